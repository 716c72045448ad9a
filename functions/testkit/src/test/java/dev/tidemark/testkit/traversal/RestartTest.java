package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Progress;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A run whose cursor or query is refused gives way to another one. */
class RestartTest {
  @Nested
  class AnAscendingWalk {
    private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending());

    AnAscendingWalk() {
      for (int id = 1; id <= 20; id++) {
        scene.api.add(id, Scene.NOON.minus(Duration.ofMinutes(600 - id * 10L)));
      }
    }

    @Test
    void goes_on_a_little_behind_its_durable_high_water() {
      scene.api.failing(4, new ApiFault.CursorRejected());
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      Instant fourth = Scene.NOON.minus(Duration.ofMinutes(560));
      assertThat(scene.api.served().get(4).request().from()).isEqualTo(fourth.minusSeconds(300));
    }

    @Test
    void loses_nothing_where_the_last_record_before_the_cursor_died_is_out_of_order() {
      Scene odd = new Scene(ApiShape.byChange(2), Plans.ascending());
      for (int id = 1; id <= 20; id++) {
        long ahead = id == 6 ? 120 : 0;
        odd.api.add(id, Scene.NOON.minus(Duration.ofMinutes(600 - id * 10L - ahead)));
      }
      odd.api.failing(4, new ApiFault.CursorRejected());
      assertThat(odd.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(odd.published().newest()).isEqualTo(odd.api.truth());
      assertThat(odd.published().records()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void begins_anew_where_only_one_page_was_read() {
      scene.api.failing(2, new ApiFault.CursorRejected());
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.api.served().get(2).request().from()).isNull();
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
    }

    @Test
    void lists_what_the_lost_run_had_stored_and_nothing_twice() {
      scene.api.failing(4, new ApiFault.CursorRejected());
      scene.leg(Trigger.SCHEDULE);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
      Manifest only = scene.published().manifests().getFirst();
      assertThat(runs(only)).hasSize(2);
      assertThat(only.seal().progress().tally().records().upserts()).isEqualTo(20);
    }

    @Test
    void still_counts_as_ascending() {
      scene.api.failing(4, new ApiFault.CursorRejected());
      scene.leg(Trigger.SCHEDULE);
      assertThat(walked(scene).walk().sight().ascending()).isTrue();
    }

    @Test
    void still_counts_as_ascending_where_it_reads_many_pages_again() {
      Scene dense = new Scene(ApiShape.ascending(2), Plans.ascending()).with(20);
      dense.api.failing(6, new ApiFault.CursorRejected());
      assertThat(dense.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(walked(dense).walk().sight().ascending()).isTrue();
      assertThat(dense.published().records()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void may_lose_its_cursor_three_times() {
      for (int call : List.of(4, 8, 12)) {
        scene.api.failing(call, new ApiFault.CursorRejected());
      }
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(walked(scene).run().lineage().restarts()).isEqualTo(3);
      assertThat(runs(scene.published().manifests().getFirst())).hasSize(4);
    }

    @Test
    void fails_loudly_the_fourth_time() {
      for (int call : List.of(3, 5, 7, 9)) {
        scene.api.failing(call, new ApiFault.CursorRejected());
      }
      assertThat(scene.leg(Trigger.SCHEDULE))
          .isInstanceOfSatisfying(
              LegOutcome.Failed.class,
              failed -> {
                assertThat(failed.failure().reason()).contains("restarted 3 times");
                assertThat(failed.failure().requestId()).isEqualTo("req-9");
              });
      assertThat(scene.published().manifests()).isEmpty();
    }

    @Test
    void is_taken_up_after_that_as_another_run_without_the_cursor_that_was_lost() {
      for (int call : List.of(3, 5, 7, 9)) {
        scene.api.failing(call, new ApiFault.CursorRejected());
      }
      scene.leg(Trigger.SCHEDULE);
      scene.api.expireCursors();
      scene.clock.advance(Duration.ofHours(1));
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
    }
  }

  @Nested
  class AnyOtherWalk {
    private final Scene scene = new Scene(ApiShape.byId(2), Plans.byId()).with(8);

    @Test
    void begins_anew_and_its_abandoned_objects_are_not_listed() {
      scene.api.failing(3, new ApiFault.CursorRejected());
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
      assertThat(runs(scene.published().manifests().getFirst())).hasSize(1);
      assertThat(scene.batches()).hasSize(6);
      assertThat(walked(scene).tally().records().upserts()).isEqualTo(8);
    }
  }

  @Nested
  class AChangedQuery {
    @Test
    void restarts_the_run_in_flight() {
      Scene scene = new Scene(ApiShape.byId(2), Plans.byId()).with(8).inLegsOf(Duration.ZERO);
      scene.leg(Trigger.SCHEDULE);
      scene.planned(Plans.querying(Plans.byId(), "another query"));
      assertThat(scene.finish()).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.events).hasAtLeastOneElementOfType(LegEvent.Restarted.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
    }
  }

  private static Progress walked(Scene scene) {
    return scene.published().manifests().getFirst().seal().progress();
  }

  private static List<String> runs(Manifest manifest) {
    return manifest.objects().stream()
        .map(entry -> entry.key().replaceAll(".*/([^/]*)/batch-.*", "$1"))
        .distinct()
        .toList();
  }
}
