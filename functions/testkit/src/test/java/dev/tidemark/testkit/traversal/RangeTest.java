package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Tally;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A backfill between two bounds: records 3 to 5 of 9. */
class RangeTest {
  private static final Instant FIRST = Scene.NOON.minusSeconds(3600);
  private static final RunRequest RANGE =
      new RunRequest(Mode.BACKFILL, FIRST.plusSeconds(2), FIRST.plusSeconds(5), null, List.of());

  @Test
  void lands_what_the_api_selects() {
    Scene scene = scene(ApiShape.byId(2), Plans.byId());
    assertThat(tally(scene).records().outside()).isZero();
    assertThat(scene.published().newest()).containsOnlyKeys("3", "4", "5");
  }

  @Test
  void compares_only_within_itself_so_that_it_publishes_again() {
    Scene scene = scene(ApiShape.byId(2), Plans.byId());
    tally(scene);
    tally(scene);
    assertThat(scene.published().records()).hasSize(6);
  }

  @Nested
  class WhereTheApiCannotSelect {
    @Test
    void leaves_out_and_counts_what_lies_outside() {
      Scene scene = scene(ApiShape.byId(2), Plans.byId());
      scene.api.ignoresFilter();
      assertThat(tally(scene).records().outside()).isEqualTo(6);
      assertThat(scene.published().newest()).containsOnlyKeys("3", "4", "5");
    }

    @Test
    void ends_an_ascending_walk_behind_the_upper_bound() {
      Scene scene = scene(ApiShape.ascending(2), Plans.ascending());
      scene.api.ignoresFilter();
      assertThat(tally(scene).records().outside()).isEqualTo(3);
      assertThat(scene.published().newest()).containsOnlyKeys("3", "4", "5");
      assertThat(scene.api.served()).hasSize(3);
    }

    @Test
    void keeps_a_record_without_a_time() {
      Scene scene = scene(ApiShape.byId(2), Plans.byId());
      scene.api.ignoresFilter();
      scene.api.addUndated(50);
      assertThat(tally(scene).times().undated()).isEqualTo(1);
      assertThat(scene.published().newest()).containsOnlyKeys("3", "4", "5", "50");
    }
  }

  private static Scene scene(ApiShape shape, ResourcePlan plan) {
    return new Scene(shape, Plans.beside(plan, "range-1")).with(9).asking(RANGE);
  }

  private static Tally tally(Scene scene) {
    LegOutcome outcome = scene.leg(Trigger.OPERATOR);
    assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
    return ((LegOutcome.Completed) outcome).manifest().seal().progress().tally();
  }
}
