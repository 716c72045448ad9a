package dev.tidemark.cli.report;

/** What the process is connected to. */
public final class Terminal {
  private Terminal() {}

  /** Whether it is an interactive terminal, so that lines may be written over. */
  public static boolean isInteractive() {
    return isThere() && !"dumb".equals(System.getenv("TERM"));
  }

  /** Whether a terminal is at both ends, to read from and to write to. */
  // It was never null in Java 22 to 24; in 25 it is again, where no terminal is.
  @SuppressWarnings("SystemConsoleNull")
  public static boolean isThere() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }
}
