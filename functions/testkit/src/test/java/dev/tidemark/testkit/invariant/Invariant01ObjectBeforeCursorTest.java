package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Progress;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class Invariant01ObjectBeforeCursorTest {
  private static Scene scene() {
    return new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);
  }

  @Test
  void before_every_call_the_cursor_stands_behind_durable_objects_and_at_most_one_is_ahead() {
    FaultPlan counted = FaultPlan.none();
    scene().leg(Trigger.SCHEDULE, counted);
    for (int call = 1; call <= counted.calls().size(); call++) {
      Scene scene = scene();
      FaultPlan plan = FaultPlan.meanwhile(call, () -> objectsAreFirst(scene));
      assertThat(scene.leg(Trigger.SCHEDULE, plan)).isInstanceOf(LegOutcome.Completed.class);
    }
  }

  private static void objectsAreFirst(Scene scene) {
    Progress progress = scene.state().phase().unfinished();
    long last = progress == null ? 0 : progress.span().last();
    if (progress != null) {
      assertThat(scene.batches().size() - last).as("objects ahead of %s", last).isBetween(0L, 1L);
    }
  }

  @Test
  void a_page_that_breaks_off_leaves_neither_lines_nor_fingerprints_behind() {
    Scene scene = scene();
    scene.api.failing(2, new ApiFault.Truncated(1));
    scene.api.failing(3, new ApiFault.Truncated(2));
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void a_page_that_breaks_off_after_others_of_its_batch_takes_none_of_them_with_it() {
    Scene scene = scene().planned(Plans.batching(Plans.ascending(), 4));
    scene.api.failing(3, new ApiFault.Truncated(2));
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.batches()).hasSize(1);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void a_record_that_only_the_broken_page_showed_is_not_published() {
    Scene scene = scene();
    scene.api.failing(2, new ApiFault.Truncated(1));
    scene.api.before(3, () -> scene.api.remove(3));
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void a_page_that_never_comes_whole_is_never_the_end() {
    Scene scene = scene();
    for (int call = 2; call <= 20; call++) {
      scene.api.failing(call, new ApiFault.Truncated(1));
    }
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Failed.class);
    assertThat(scene.batches()).hasSize(1);
    assertThat(scene.lake.keys("manifests/")).isEqualTo(List.of());
  }
}
