package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Phase;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Invariant05NoLegWithoutProgressTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(9);

  @Nested
  class WhenTheCursorsGoNowhere {
    @Test
    void the_same_cursor_twice_fails_the_run_with_the_request_id() {
      scene.api.failing(3, new ApiFault.Back(0));
      assertThat(scene.leg(Trigger.SCHEDULE))
          .isInstanceOfSatisfying(
              LegOutcome.Failed.class,
              failed -> assertThat(failed.failure().requestId()).isEqualTo("req-3"));
      assertThat(scene.published().manifests()).isEmpty();
    }

    @Test
    void every_cycle_is_found_in_a_number_of_pages_that_its_length_bounds() {
      for (int tail : new int[] {0, 1, 2, 7, 30}) {
        for (int length = 1; length <= 50; length++) {
          int pages = pagesUntilFailure(tail, length, Duration.ofMinutes(10));
          assertThat(pages).as("%s, %s", tail, length).isLessThan(3 * (tail + length) + 3);
        }
      }
    }

    @Test
    void a_cycle_longer_than_a_leg_is_found_too() {
      assertThat(pagesUntilFailure(3, 17, Duration.ZERO)).isLessThan(64);
    }

    private int pagesUntilFailure(int tail, int length, Duration leg) {
      Scene circling = circling(tail, length).inLegsOf(leg);
      assertThat(circling.finish())
          .isInstanceOfSatisfying(
              LegOutcome.Failed.class,
              failed -> assertThat(failed.failure().reason()).contains("cursor"));
      Phase phase = circling.state().phase();
      return phase instanceof Phase.Failed(var progress, var _)
          ? (int) progress.tally().calls().attempts()
          : -1;
    }

    private static Scene circling(int tail, int length) {
      Scene scene = new Scene(ApiShape.byId(1), Plans.byId());
      AtomicInteger calls = new AtomicInteger();
      return scene.readingBy((request, sink) -> {
        int at = request.cursor() == null ? 0 : Integer.parseInt(request.cursor().text());
        int next = at + 1 == tail + length + 1 ? tail + 1 : at + 1;
        String id = "req-" + calls.incrementAndGet();
        return new Delivered(Integer.toString(next), null, id, scene.clock.instant());
      });
    }
  }

  @Nested
  class WhenLegsAreKilledBeforeTheyGetAnywhere {
    @Test
    void the_run_fails_after_five_claims_and_names_the_remedy() {
      for (int i = 1; i <= Claim.MAX_CLAIMS; i++) {
        killed(i == 1 ? Trigger.SCHEDULE : Trigger.CONTINUATION);
      }
      scene.clock.advance(Duration.ofHours(1));
      assertThat(scene.leg(Trigger.CONTINUATION))
          .isInstanceOfSatisfying(
              LegOutcome.Failed.class,
              failed -> assertThat(failed.failure().reason()).contains("5 times", "memory"));
      assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Nothing.class);
    }

    @Test
    void a_person_who_runs_it_by_hand_resets_the_guard() {
      for (int i = 1; i <= Claim.MAX_CLAIMS; i++) {
        killed(i == 1 ? Trigger.SCHEDULE : Trigger.CONTINUATION);
      }
      scene.clock.advance(Duration.ofHours(1));
      assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Completed.class);
    }

    @Test
    void progress_resets_the_guard() {
      scene.inLegsOf(Duration.ZERO);
      scene.leg(Trigger.SCHEDULE);
      for (int i = 0; i < 3; i++) {
        killed(Trigger.CONTINUATION);
      }
      scene.clock.advance(Duration.ofHours(1));
      scene.leg(Trigger.CONTINUATION);
      assertThat(scene.state().claims()).isZero();
    }

    @Test
    void handing_over_and_waiting_do_not_count() {
      for (int call = 1; call <= 20; call++) {
        scene.api.failing(call, new ApiFault.Throttled(Duration.ofMinutes(30)));
      }
      for (int leg = 1; leg <= 20; leg++) {
        assertThat(scene.leg(leg == 1 ? Trigger.SCHEDULE : Trigger.CONTINUATION))
            .isInstanceOf(LegOutcome.Waiting.class);
        scene.clock.advance(Duration.ofMinutes(31));
      }
      assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Completed.class);
    }

    private void killed(Trigger trigger) {
      scene.clock.advance(Duration.ofHours(1));
      FaultPlan plan = FaultPlan.atFirst("BatchSink.find", Fault.KILL_BEFORE);
      assertThat(Scene.orDeath(() -> scene.leg(trigger, plan))).isNull();
    }
  }
}
