package dev.tidemark.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.source.FakeApi;
import dev.tidemark.testkit.traversal.Plans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the random histories are worth: each unsafe way of landing is found out by them. */
class UnsafePolicyTest {
  private static final int HISTORIES = 200;
  private static final int SAFE = 20;
  private static final String LOST = "after incrementals";

  @Test
  void late_arrivals_without_a_settle_lag_are_lost_by_an_ascending_walk() {
    violates(
        new Policy(
            "ascending without lag",
            Source.of(ApiShape::ascending),
            Plans.trusting(Plans.ascending()),
            Sight.BY_TIME.only(Kind.INSERT, Kind.EDIT, Kind.LATE_INSERT)),
        LOST);
  }

  @Test
  void late_arrivals_without_a_settle_lag_are_lost_by_a_walk_by_id() {
    violates(
        new Policy(
            "by id without lag",
            Source.of(ApiShape::byId),
            Plans.trusting(Plans.byId()),
            Sight.BY_TIME),
        LOST);
  }

  @Test
  void a_bookmark_over_a_list_that_shows_late_arrivals_loses_them() {
    violates(
        new Policy(
            "bookmark over an unsettled list",
            Source.of(size -> ApiShape.ascending(size).withBookmarks()).keepingCursors(),
            Plans.bookmarked(),
            Sight.BY_TIME.only(Kind.INSERT, Kind.EDIT, Kind.LATE_INSERT)),
        LOST);
  }

  @Test
  void a_bound_that_is_left_out_loses_ties_where_nothing_is_read_again() {
    Source kept = Source.of(ApiShape::ascending).keepingCursors();
    Sight ties = Sight.BY_TIME.only(Kind.INSERT, Kind.LATE_TIE);
    ResourcePlan plan = Plans.trusting(Plans.ascending());
    violates(
        new Policy("exclusive bound", kept.with(FakeApi::leavesOutTheBound), plan, ties), LOST);
    assertThat(violation(new Policy("inclusive bound", kept, plan, ties), SAFE)).isNull();
  }

  /** What makes it unsafe is a lost cursor: the walk goes on from the highest time seen. */
  @Test
  void a_walk_by_id_that_is_declared_ascending_loses_what_it_had_not_reached() {
    Source byId = Source.of(ApiShape::byId);
    violates(new Policy("max-seen by id", byId, Plans.ascending(), Sight.BY_TIME), LOST);
    assertThat(
            violation(
                new Policy("kept cursors", byId.keepingCursors(), Plans.ascending(), Sight.BY_TIME),
                SAFE))
        .isNull();
  }

  /**
   * Without a closing query the next run reads what a jump passed over, for the high-water does not
   * rise over it; but until then a reconcile takes it for gone.
   */
  @Test
  void row_cursors_without_a_closing_query_let_records_be_deleted_that_are_there() {
    Source rows =
        Source.of(size -> ApiShape.ascending(size).withRowCursors()).with(FakeApi::listsOnly);
    violates(
        new Policy("no closing query", rows, Plans.ascending(), Sight.BY_TIME),
        "deleted and never gone");
  }

  private static void violates(Policy policy, String how) {
    assertThat(violation(policy, HISTORIES)).isNotNull().contains(how);
  }

  private static @Nullable String violation(Policy policy, int histories) {
    return Histories.firstViolation(histories, seed -> new History(policy, seed));
  }
}
