package dev.tidemark.certify;

import dev.tidemark.core.state.Warning;
import java.util.Set;

/**
 * How a run ended, or how far it came.
 *
 * @param outcome the handler's word
 * @param reason why it did not complete; empty where it did
 * @param warnings the words of what was noticed
 */
record RunEnd(String outcome, String reason, Set<String> warnings) {
  private static final Set<String> UNPROVED =
      Set.of(
          Warning.FULL_LAST_PAGE.word(),
          Warning.POSITIONAL.word(),
          Warning.DELETES_UNPROVED.word(),
          Warning.CHILDREN_UNPROVED.word());

  static final RunEnd NOTHING = new RunEnd("nothing", "", Set.of());
  static final RunEnd KILLED = new RunEnd("killed", "", Set.of());

  boolean completed() {
    return outcome.equals("completed");
  }

  /** Whether a reconcile that ended so can have proved what is gone. */
  boolean proves() {
    return completed() && warnings.stream().noneMatch(UNPROVED::contains);
  }

  boolean failed() {
    return outcome.equals("failed");
  }
}
