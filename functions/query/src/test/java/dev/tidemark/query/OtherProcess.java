package dev.tidemark.query;

import java.nio.file.Path;

/** A process that makes a temporary folder beside others, and removes it. */
final class OtherProcess {
  private OtherProcess() {}

  /**
   * Makes it.
   *
   * @param arguments the folder in which it is made
   */
  public static void main(String[] arguments) {
    QueryFolder.in(Path.of(arguments[0])).close();
  }
}
