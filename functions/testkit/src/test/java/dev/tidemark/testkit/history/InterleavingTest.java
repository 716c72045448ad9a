package dev.tidemark.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs beside each other publish what the others have not seen, have seen otherwise, or deleted.
 */
class InterleavingTest {
  private static final int HISTORIES = 80;

  /** While they run, a backfill may bring back what was deleted since it read it. */
  @ParameterizedTest
  @MethodSource("dev.tidemark.testkit.history.Policies#safe")
  void after_ranges_and_reconciles_in_between_one_incremental_and_one_reconcile_publish_the_truth(
      Policy policy) {
    assertThat(Histories.firstViolation(HISTORIES, seed -> new Interleaving(policy, seed)))
        .isNull();
  }

  @ParameterizedTest
  @MethodSource("dev.tidemark.testkit.history.Policies#listsOnly")
  void so_they_do_where_the_walk_alone_proves_a_delete(Policy policy) {
    assertThat(Histories.firstViolation(HISTORIES, seed -> new Interleaving(policy, seed)))
        .isNull();
  }
}
