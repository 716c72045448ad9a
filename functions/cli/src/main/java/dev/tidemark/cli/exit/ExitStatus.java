package dev.tidemark.cli.exit;

/** How the command ends; scripts rely on these. */
public enum ExitStatus {
  /** Every resource completed. */
  COMPLETED(0),
  /** A run failed; it can be resumed. */
  FAILED(1),
  /** Usage, definition or credential: nothing was started. */
  USAGE(2),
  /** Left in flight on purpose. */
  IN_FLIGHT(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** What the process exits with. */
  public int code() {
    return code;
  }

  /** The status of several resources together: one that failed counts most, then one in flight. */
  public ExitStatus and(ExitStatus other) {
    if (this == FAILED || other == FAILED) {
      return FAILED;
    }
    return this == COMPLETED ? other : this;
  }
}
