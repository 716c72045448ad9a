package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * An ascending list whose cursors follow a row: an edit at a page's border makes the walk jump to
 * the list's end.
 */
class MovingListTest {
  private static final Duration TICK = Duration.ofSeconds(5);

  @Test
  void without_a_closing_query_a_jump_loses_records() {
    Scene scene = jumping(Plans.ascending());
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().newest()).hasSizeLessThan(scene.api.truth().size());
  }

  @Nested
  class WithAClosingQuery {
    @Test
    void a_jump_loses_nothing() {
      Scene scene = jumping(Plans.closing());
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    }

    @Test
    void a_jump_on_every_page_loses_nothing_over_this_run_and_the_next() {
      Scene scene = scene(Plans.closing(), 20);
      for (int call = 2; call <= 8; call++) {
        int border = call * 2 - 2;
        scene.api.before(call, () -> edit(scene, border));
      }
      scene.leg(Trigger.SCHEDULE);
      afterTheNextRun(scene);
    }

    @Test
    void a_jump_behind_which_others_go_on_editing_loses_nothing() {
      Scene scene = scene(Plans.closing(), 20);
      scene.api.before(
          2,
          () -> {
            edit(scene, 2);
            for (int id = 13; id <= 18; id++) {
              edit(scene, id);
            }
          });
      scene.api.answersAfter(Duration.ofMinutes(3));
      assertThat(scene.finish()).isInstanceOf(LegOutcome.Completed.class);
      afterTheNextRun(scene);
    }

    @Test
    void a_jump_after_a_lost_cursor_loses_nothing() {
      Scene scene = scene(Plans.closing(), 20);
      scene.api.failing(5, new ApiFault.CursorRejected());
      scene.api.before(9, () -> edit(scene, 6));
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
    }

    @Test
    void a_list_that_stands_still_is_asked_one_more_time_only() {
      Scene scene = scene(Plans.closing(), 6);
      scene.leg(Trigger.SCHEDULE);
      assertThat(scene.api.served()).hasSize(4);
      assertThat(scene.published().records()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void a_list_that_is_always_busy_is_left_although_its_pages_show_one_time_each() {
      Scene scene = new Scene(ApiShape.ascending(1).withRowCursors(), Plans.closing()).with(4);
      scene.api.answersAfter(Duration.ofSeconds(1));
      scene.api.beforeEach(call -> {
        if (call % 3 == 0) {
          scene.api.add(100 + call, scene.clock.instant());
        }
        return null;
      });
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      scene.api.beforeEach(_ -> null);
      afterTheNextRun(scene);
    }

    @Test
    void a_single_page_needs_none() {
      Scene scene = scene(Plans.closing(), 2);
      scene.leg(Trigger.SCHEDULE);
      assertThat(scene.api.served()).hasSize(1);
    }
  }

  private static Scene jumping(ResourcePlan plan) {
    Scene scene = scene(plan, 8);
    scene.api.before(2, () -> edit(scene, 2));
    return scene;
  }

  private static Scene scene(ResourcePlan plan, int records) {
    return new Scene(ApiShape.ascending(2).withRowCursors(), plan).with(records);
  }

  private static void edit(Scene scene, long id) {
    scene.clock.advance(TICK);
    scene.api.edit(id);
  }

  private static void afterTheNextRun(Scene scene) {
    scene.clock.advance(Duration.ofHours(1));
    Map<String, String> truth = scene.api.truth();
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.published().newest()).isEqualTo(truth);
    assertThat(scene.published().records()).doesNotHaveDuplicates();
  }
}
