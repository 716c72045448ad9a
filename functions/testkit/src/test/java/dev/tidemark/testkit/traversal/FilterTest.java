package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.traversal.LegEvent;
import dev.tidemark.core.traversal.LegOutcome;
import dev.tidemark.core.traversal.ResourcePlan;
import dev.tidemark.testkit.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.Shape;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An API that does not select by time as it was asked to. */
class FilterTest {
  private final Scene scene = firstRun(new Scene(Shape.byId(2), Plans.byId()).with(7));

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
      assertThat(tally(outcome).duplicates()).isEqualTo(6);
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
      Scene late = firstRun(new Scene(Shape.byId(2), Plans.byId()).with(7));
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
    assertThat(tally(outcome).older()).isEqualTo(6);
    assertThat(tally(outcome).outside()).isZero();
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(8).doesNotHaveDuplicates();
  }

  @Nested
  class WhereRecordsHaveNoTime {
    @Test
    void is_not_used_by_a_walk_by_id_which_sees_every_change() {
      Scene undated = second(Shape.byId(2), Plans.byId());
      assertThat(from(undated)).isNull();
      assertThat(undated.published().newest()).isEqualTo(undated.api.truth());
      undated.clock.advance(Duration.ofHours(1));
      undated.leg(Trigger.SCHEDULE);
      assertThat(from(undated)).isNull();
    }

    @Test
    void is_used_by_an_ascending_walk_all_the_same() {
      Scene undated = second(Shape.ascending(2), Plans.ascending());
      assertThat(from(undated)).isNotNull();
      assertThat(undated.published().newest()).isNotEqualTo(undated.api.truth());
    }

    @Test
    void is_used_again_once_a_walk_by_id_finds_none() {
      Scene undated = second(Shape.byId(2), Plans.byId());
      undated.api.remove(50);
      undated.clock.advance(Duration.ofHours(1));
      undated.leg(Trigger.SCHEDULE);
      assertThat(from(undated)).isNull();
      undated.leg(Trigger.SCHEDULE);
      assertThat(from(undated)).isNotNull();
    }

    private static Scene second(Shape shape, ResourcePlan plan) {
      Scene undated = new Scene(shape, plan).with(7);
      undated.api.addUndated(50);
      firstRun(undated);
      undated.api.rewrite(50);
      undated.leg(Trigger.SCHEDULE);
      return undated;
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
