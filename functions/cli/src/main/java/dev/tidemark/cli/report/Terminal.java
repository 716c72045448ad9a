package dev.tidemark.cli.report;

/** What the process is connected to. */
final class Terminal {
  private Terminal() {}

  /** Whether it is an interactive terminal, so that lines may be written over. */
  // It was never null in Java 22 to 24; in 25 it is again, where no terminal is.
  @SuppressWarnings("SystemConsoleNull")
  static boolean isInteractive() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
  }
}
