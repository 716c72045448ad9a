package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Warning;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An API that does not select by time as it was asked to. */
class FilterTest {
  private final Scene scene = firstRun(new Scene(ApiShape.byId(2), Plans.byId()).with(7));

  @Nested
  class ThatIsRefused {
    ThatIsRefused() {
      scene.api.failing(scene.api.served().size() + 1, new ApiFault.FilterRefused());
      scene.api.edit(2);
    }

    @Test
    void lets_the_same_run_read_everything_and_tells() {
      LegOutcome outcome = scene.leg(Trigger.SCHEDULE);
      assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.events).hasAtLeastOneElementOfType(LegEvent.ReadsEverything.class);
      assertThat(tally(outcome).records().duplicates()).isEqualTo(6);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void is_asked_for_again_from_the_usual_bound_by_the_next_run() {
      Instant began = scene.clock.instant();
      scene.leg(Trigger.SCHEDULE);
      assertThat(from(scene)).isNull();
      scene.clock.advance(Duration.ofHours(1));
      scene.leg(Trigger.SCHEDULE);
      assertThat(from(scene)).isEqualTo(began.minus(Duration.ofMinutes(7)));
    }

    /** What was read with the bound is no part of a walk without it, and must not block that. */
    @Test
    void is_not_hindered_by_a_batch_that_an_earlier_owner_had_read_with_it() {
      Scene late = firstRun(new Scene(ApiShape.byId(2), Plans.byId()).with(7));
      LateSink slow = new LateSink(late.lake);
      late.api.edit(2);
      assertThat(Scene.orDeath(() -> late.storingBy(slow).leg(Trigger.SCHEDULE))).isNull();
      late.clock.advance(Duration.ofHours(1));
      late.api.failing(late.api.served().size() + 1, new ApiFault.FilterRefused());
      FaultPlan arriving = FaultPlan.meanwhileAtFirst("BatchSink.put", slow::arrive);
      assertThat(late.storingBy(late.lake).leg(Trigger.SCHEDULE, arriving))
          .isInstanceOf(LegOutcome.Completed.class);
      assertThat(late.published().newest()).isEqualTo(late.api.truth());
      assertThat(late.published().records()).doesNotHaveDuplicates();
    }

    @Test
    void is_not_asked_for_by_the_legs_that_follow() {
      scene.inLegsOf(Duration.ZERO);
      assertThat(scene.finish()).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.api.served())
          .extracting(served -> served.outcome().getClass().getSimpleName())
          .containsOnlyOnce("FilterRefused");
    }
  }

  @Test
  void that_is_ignored_is_counted_and_nothing_is_published_twice() {
    scene.api.ignoresFilter();
    scene.api.edit(2);
    LegOutcome outcome = scene.leg(Trigger.SCHEDULE);
    assertThat(tally(outcome).times().older()).isEqualTo(6);
    assertThat(tally(outcome).records().outside()).isZero();
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(8).doesNotHaveDuplicates();
  }

  @Nested
  class WhereRecordsHaveNoTime {
    @Test
    void is_not_used_by_a_walk_by_id_which_sees_every_change() {
      Scene undated = second(ApiShape.byId(2), Plans.byId());
      assertThat(from(undated)).isNull();
      assertThat(undated.published().newest()).isEqualTo(undated.api.truth());
      undated.clock.advance(Duration.ofHours(1));
      undated.leg(Trigger.SCHEDULE);
      assertThat(from(undated)).isNull();
    }

    @Test
    void is_not_used_by_an_ascending_walk_either() {
      Scene undated = second(ApiShape.ascending(2), Plans.ascending());
      assertThat(from(undated)).isNull();
      assertThat(undated.published().newest()).isEqualTo(undated.api.truth());
      undated.api.addUndated(51);
      undated.clock.advance(Duration.ofHours(1));
      LegOutcome outcome = undated.leg(Trigger.SCHEDULE);
      assertThat(undated.published().newest()).isEqualTo(undated.api.truth());
      assertThat(tally(outcome).warnings().counts())
          .containsExactly(Map.entry(Warning.UNDATED_RECORDS, 1L));
    }

    @Test
    void is_not_used_once_a_reconcile_has_found_the_first_of_them() {
      ResourcePlan own = Plans.ascending();
      Scene late = new Scene(ApiShape.ascending(2), own).with(7);
      firstRun(late);
      late.api.addUndated(50);
      assertThat(tally(firstRunAgain(late)).times().undated()).isZero();
      late.planned(Plans.beside(own, ResourceKey.RECONCILE)).asking(RunRequest.of(Mode.RECONCILE));
      firstRun(late);
      late.api.addUndated(51);
      late.planned(own).asking(RunRequest.of(Mode.INCREMENTAL));
      firstRun(late);
      assertThat(late.published().newest()).isEqualTo(late.api.truth());
      late.api.remove(50);
      late.api.remove(51);
      firstRun(late);
      assertThat(from(late)).isNull();
      firstRun(late);
      assertThat(from(late)).as("a walk over everything has seen none").isNotNull();
    }

    private static LegOutcome firstRunAgain(Scene scene) {
      LegOutcome outcome = scene.leg(Trigger.SCHEDULE);
      scene.clock.advance(Duration.ofHours(1));
      return outcome;
    }

    @Test
    void is_used_again_once_a_walk_by_id_finds_none() {
      Scene undated = second(ApiShape.byId(2), Plans.byId());
      undated.api.remove(50);
      undated.clock.advance(Duration.ofHours(1));
      undated.leg(Trigger.SCHEDULE);
      assertThat(from(undated)).isNull();
      undated.leg(Trigger.SCHEDULE);
      assertThat(from(undated)).isNotNull();
    }

    private static Scene second(ApiShape shape, ResourcePlan plan) {
      Scene undated = new Scene(shape, plan).with(7);
      undated.api.addUndated(50);
      firstRun(undated);
      undated.api.rewrite(50);
      undated.leg(Trigger.SCHEDULE);
      return undated;
    }
  }

  @Nested
  class WhereTheApiForgetsItsDeletes {
    private final Scene away =
        new Scene(
                ApiShape.byChange(2).withBookmarks(),
                Plans.retaining(Plans.unordered(), Duration.ofDays(30)))
            .with(7);

    @ParameterizedTest
    @CsvSource({"26, false", "28, true", "40, true"})
    void is_left_out_and_the_bookmark_too_by_a_run_that_comes_too_late(int days, boolean late) {
      firstRun(away);
      away.clock.advance(Duration.ofDays(days));
      away.api.edit(2);
      int asked = away.api.served().size();
      LegOutcome outcome = away.leg(Trigger.SCHEDULE);
      assertThat(away.api.served().get(asked).request().cursor() == null).isEqualTo(late);
      assertThat(tally(outcome).warnings().counts())
          .isEqualTo(late ? Map.of(Warning.RETENTION_PASSED, 1L) : Map.of());
      assertThat(tally(outcome).records().duplicates()).isEqualTo(late ? 6 : 0);
      assertThat(away.published().newest()).isEqualTo(away.api.truth());
      away.clock.advance(Duration.ofDays(1));
      assertThat(tally(away.leg(Trigger.SCHEDULE)).warnings().counts()).isEmpty();
    }

    @Test
    void is_left_out_by_the_run_that_takes_over_from_it_too() {
      firstRun(away);
      away.clock.advance(Duration.ofDays(40));
      away.api.edit(2);
      away.api.failing(away.api.served().size() + 2, new ApiFault.CursorRejected());
      LegOutcome outcome = away.leg(Trigger.SCHEDULE);
      assertThat(tally(outcome).warnings().counts())
          .isEqualTo(Map.of(Warning.RETENTION_PASSED, 1L));
      assertThat(tally(outcome).records().duplicates()).isEqualTo(6);
      assertThat(away.published().newest()).isEqualTo(away.api.truth());
    }
  }

  private static Scene firstRun(Scene scene) {
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    scene.clock.advance(Duration.ofHours(1));
    return scene;
  }

  private static @Nullable Instant from(Scene scene) {
    return scene.api.served().getLast().request().from();
  }

  private static Tally tally(LegOutcome outcome) {
    return ((LegOutcome.Completed) outcome).manifest().seal().progress().tally();
  }
}
