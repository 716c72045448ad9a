package dev.tidemark.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs beside each other publish what the others have not seen, have seen otherwise, or deleted;
 * deeper in the histories that follow the quick ones.
 */
@Tag("deep")
class InterleavingTest {
  /** While they run, a backfill may bring back what was deleted since it read it. */
  @ParameterizedTest
  @MethodSource("dev.tidemark.testkit.history.Policies#safe")
  void after_ranges_and_reconciles_in_between_one_incremental_and_one_reconcile_publish_the_truth(
      Policy policy) {
    assertThat(Histories.firstViolation(Depth.drawn(4, 30), seed -> new Interleaving(policy, seed)))
        .isNull();
  }

  @ParameterizedTest
  @MethodSource("dev.tidemark.testkit.history.Policies#listsOnly")
  void so_they_do_where_the_walk_alone_proves_a_delete(Policy policy) {
    assertThat(Histories.firstViolation(Depth.drawn(4, 30), seed -> new Interleaving(policy, seed)))
        .isNull();
  }

  /**
   * Few records, so that two runs often publish the same one, or one deletes what another reads.
   */
  @Test
  void so_they_do_where_the_same_few_records_come_and_go_all_the_time() {
    Policy few =
        new Policy(
            "few",
            Source.of(ApiShape::byId).keepingCursors(),
            Plans.unfiltered(Plans.byId()),
            Sight.ALL_BUT_DELETES.only(
                Kind.REWRITE, Kind.DELETE, Kind.RETURN, Kind.RETURN_UNCHANGED));
    assertThat(Histories.firstViolation(Depth.drawn(30, 400), seed -> new Interleaving(few, seed)))
        .isNull();
  }
}
