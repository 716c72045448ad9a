package dev.tidemark.testkit.invariant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Invariant06SealedThenPublishedThenPromotedTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);

  @Test
  void the_seal_comes_before_the_manifest_and_the_checkpoint_after_it() {
    FaultPlan counted = FaultPlan.none();
    scene.leg(Trigger.SCHEDULE, counted);
    List<String> calls = counted.calls();
    assertThat(calls.get(calls.indexOf("BatchSink.findAll") - 1))
        .isEqualTo("ResourceStateStore.write");
    assertThat(calls.getLast()).isEqualTo("ResourceStateStore.write");
    assertThat(calls.subList(calls.size() - 4, calls.size() - 1))
        .containsExactly("BatchSink.publish", "PublishedIndexes.read", "PublishedIndexes.replace");
  }

  @Nested
  class ASealedRun {
    ASealedRun() {
      FaultPlan counted = FaultPlan.none();
      new Scene(ApiShape.ascending(2), Plans.ascending()).with(7).leg(Trigger.SCHEDULE, counted);
      int publish = counted.calls().indexOf("BatchSink.publish") + 1;
      FaultPlan plan = FaultPlan.at(publish, Fault.KILL_AFTER);
      Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, plan));
      scene.clock.advance(Duration.ofHours(1));
    }

    @Test
    void reads_no_page_and_its_manifest_is_written_again_with_the_same_bytes() {
      String manifest = scene.lake.keys("manifests/").getFirst();
      byte[] first = scene.lake.bytes(manifest);
      int asked = scene.api.served().size();
      scene.api.edit(1);
      assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.api.served()).hasSize(asked);
      assertThat(scene.lake.bytes(manifest)).isEqualTo(first);
    }

    @Test
    void is_published_before_a_person_may_pause_cancel_or_reset_it() {
      for (OperatorVerb verb :
          List.of(OperatorVerb.PAUSE, OperatorVerb.CANCEL, OperatorVerb.RESET)) {
        assertThat(verb.decide(scene.state(), "a person"))
            .isEqualTo(new OperatorVerb.Decision.PublishFirst());
      }
    }

    @Test
    void stays_sealed_however_often_it_is_claimed_in_vain() {
      for (int i = 0; i < 12; i++) {
        scene.clock.advance(Duration.ofHours(1));
        Scene.orDeath(() -> scene.leg(Trigger.CONTINUATION, FaultPlan.at(3, Fault.KILL_BEFORE)));
        assertThat(scene.state().phase()).isInstanceOf(Phase.Sealed.class);
      }
      assertThat(scene.finish())
          .isInstanceOfAny(LegOutcome.Completed.class, LegOutcome.Failed.class);
      if (scene.state().phase() instanceof Phase.Sealed) {
        assertThat(scene.finish()).isInstanceOf(LegOutcome.Completed.class);
      }
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    }
  }

  @Nested
  class TheCheckpoint {
    @Test
    void is_the_highest_watermark_seen_for_an_ascending_walk() {
      scene.leg(Trigger.SCHEDULE);
      assertThat(watermark()).isEqualTo(Scene.NOON.minusSeconds(3600 - 6));
    }

    @Test
    void is_the_servers_time_at_the_runs_start_for_a_walk_by_id() {
      Scene byId = new Scene(ApiShape.byId(2), Plans.byId()).with(5);
      byId.api.answersAfter(Duration.ofSeconds(3));
      byId.leg(Trigger.SCHEDULE);
      Watermark promoted = checkpoint(byId).watermark();
      assertThat(requireNonNull(promoted).at()).isEqualTo(Scene.NOON.plusSeconds(3));
    }

    @Test
    void is_the_apis_bookmark_where_it_gives_one() {
      Scene bookmarked =
          new Scene(ApiShape.ascending(2).withBookmarks(), Plans.bookmarked()).with(3);
      bookmarked.leg(Trigger.SCHEDULE);
      String bookmark = checkpoint(bookmarked).bookmark().cursor();
      bookmarked.clock.advance(Duration.ofHours(1));
      bookmarked.api.edit(1);
      assertThat(bookmarked.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(bookmarked.api.served().get(2).request().cursor())
          .isNotNull()
          .extracting("text")
          .isEqualTo(bookmark);
      assertThat(bookmarked.published().newest()).isEqualTo(bookmarked.api.truth());
    }

    @Test
    void never_moves_back() {
      scene.leg(Trigger.SCHEDULE);
      Instant first = watermark();
      scene.clock.advance(Duration.ofHours(1));
      scene.api.remove(7);
      scene.leg(Trigger.SCHEDULE);
      assertThat(watermark()).isEqualTo(first);
      assertThat(checkpoint(scene).runStart()).isEqualTo(scene.clock.instant());
    }

    @Test
    void does_not_follow_a_record_from_the_future() {
      scene.api.add(99, Scene.NOON.plus(Duration.ofDays(400)));
      scene.leg(Trigger.SCHEDULE);
      assertThat(watermark()).isEqualTo(Scene.NOON.minusSeconds(3600 - 6));
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    }

    @Test
    void is_left_alone_by_a_trial() {
      scene.asking(new RunRequest(Mode.BACKFILL, null, null, 3L, List.of()));
      assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.state().checkpoint()).isNull();
      assertThat(scene.published().records()).hasSize(4);
    }

    @Test
    void is_left_alone_by_a_run_over_a_bounded_range() {
      Instant until = Scene.NOON.minusSeconds(3600 - 3);
      scene.asking(new RunRequest(Mode.BACKFILL, null, until, null, List.of()));
      assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.state().checkpoint()).isNull();
      assertThat(scene.published().records()).hasSize(3);
    }
  }

  private Instant watermark() {
    return requireNonNull(checkpoint(scene).watermark()).at();
  }

  private static Checkpoint checkpoint(Scene scene) {
    return requireNonNull(scene.state().checkpoint());
  }
}
