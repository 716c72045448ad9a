package dev.tidemark.cli.certify;

/**
 * How a run ended, or how far it came.
 *
 * @param outcome the handler's word
 * @param reason why it did not complete; empty where it did
 */
record Ending(String outcome, String reason) {
  static final Ending NOTHING = new Ending("nothing", "");
  static final Ending KILLED = new Ending("killed", "");

  boolean completed() {
    return outcome.equals("completed");
  }

  boolean failed() {
    return outcome.equals("failed");
  }
}
