package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.state.Progress;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The ways in which a leg ends other than at the end of its run. */
class LegEndsTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);

  @Nested
  class WhenTheBudgetIsSpent {
    @Test
    void a_leg_reads_at_least_one_page_and_hands_over() {
      scene.inLegsOf(Duration.ZERO);
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.HandedOver.class);
      assertThat(scene.api.served()).hasSize(1);
      assertThat(scene.state().lease()).isNull();
    }

    @Test
    void legs_of_one_page_each_come_to_the_end() {
      scene.inLegsOf(Duration.ZERO);
      scene.finish();
      assertThat(walked().legs()).isEqualTo(4);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
    }

    @Test
    void a_slow_api_is_left_in_time() {
      scene.api.answersAfter(Duration.ofMinutes(4));
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.HandedOver.class);
      assertThat(scene.api.served()).hasSize(3);
    }
  }

  @Nested
  class WhenTheLegIsAskedToStop {
    @Test
    void it_stores_what_it_has_and_hands_over() {
      scene.planned(Plans.batching(Plans.ascending(), 10));
      scene.api.before(2, () -> scene.stop.set(true));
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.HandedOver.class);
      assertThat(scene.batches()).hasSize(1);
      scene.stop.set(false);
      assertThat(scene.finish()).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    }

    @Test
    void what_it_spent_without_a_page_is_counted() {
      scene.api.failing(1, new ApiFault.Unavailable());
      scene.api.before(1, () -> scene.stop.set(true));
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.HandedOver.class);
      assertThat(scene.state().phase().unfinished())
          .isNotNull()
          .satisfies(progress -> {
            assertThat(progress.tally().calls().attempts()).isEqualTo(1);
            assertThat(progress.tally().calls().retries()).isEqualTo(1);
            assertThat(progress.span().last()).isZero();
          });
      scene.stop.set(false);
      scene.finish();
      assertThat(walked().tally().calls().attempts()).isEqualTo(5);
    }

    @Test
    void a_page_that_does_not_end_is_broken_off_and_the_pages_before_it_count() {
      CountDownLatch never = new CountDownLatch(1);
      PageReader stuck =
          (request, sink) -> {
            if (request.cursor() != null) {
              scene.stop.set(true);
              never.await();
            }
            return scene.api.read(request, sink);
          };
      scene.planned(Plans.batching(Plans.ascending(), 10)).readingBy(stuck);
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.HandedOver.class);
      assertThat(scene.batches()).hasSize(1);
    }
  }

  @Nested
  class WhenTheApiIsInTrouble {
    @Test
    void an_attempt_that_failed_is_made_again_after_a_growing_wait() {
      for (int call = 2; call <= 6; call++) {
        scene.api.failing(call, new ApiFault.Unavailable());
      }
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.clock.paused()).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(16));
      assertThat(walked().tally().calls().retries()).isEqualTo(5);
      assertThat(walked().tally().calls().attempts()).isEqualTo(9);
    }

    @Test
    void the_sixth_failure_in_a_row_fails_the_run_where_it_is() {
      for (int call = 2; call <= 7; call++) {
        scene.api.failing(call, new ApiFault.Unavailable());
      }
      assertThat(scene.leg(Trigger.SCHEDULE))
          .isInstanceOfSatisfying(
              LegOutcome.Failed.class,
              failed -> {
                assertThat(failed.failure().requestId()).isEqualTo("req-7");
                assertThat(failed.progress().span().last()).isEqualTo(1);
              });
      scene.clock.advance(Duration.ofHours(1));
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.api.served()).hasSize(7 + 3);
    }

    @Test
    void a_refusal_fails_the_run_at_once() {
      scene.api.failing(2, new ApiFault.Refused());
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Failed.class);
      assertThat(scene.api.served()).hasSize(2);
    }

    @Test
    void a_reader_that_throws_ends_the_leg_and_the_next_one_goes_on() {
      scene.api.failing(3, new ApiFault.Broken());
      assertThatThrownBy(() -> scene.leg(Trigger.SCHEDULE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("reading failed");
      assertThat(scene.finish()).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      assertThat(scene.published().records()).doesNotHaveDuplicates();
    }
  }

  @Nested
  class ATrial {
    @Test
    void ends_with_the_page_on_which_it_has_enough() {
      scene.asking(new RunRequest(Mode.BACKFILL, null, null, 3L, List.of()));
      assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.api.served()).hasSize(2);
      assertThat(scene.published().records()).hasSize(4);
    }

    @Test
    void of_more_than_there_is_ends_with_the_list() {
      scene.asking(new RunRequest(Mode.BACKFILL, null, null, 100L, List.of()));
      assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.published().records()).hasSize(7);
    }
  }

  private Progress walked() {
    return scene.published().manifests().getFirst().seal().progress();
  }

  @Test
  void a_leg_that_has_to_end_while_it_loads_hands_over_and_five_such_legs_fail_the_run() {
    Scene scene = new Scene(ApiShape.byId(2), Plans.byId()).with(7);
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofHours(1));
    scene.indexedBy(new SlowIndex(scene));
    for (int legs = 0; legs < 5; legs++) {
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.HandedOver.class);
    }
    assertThat(scene.leg(Trigger.SCHEDULE))
        .isInstanceOfSatisfying(
            LegOutcome.Failed.class,
            failed -> assertThat(failed.failure().reason()).contains("5 times without progress"));
    assertThat(scene.api.served()).hasSize(4);
  }

  /** Reading a segment takes longer than a leg. */
  private record SlowIndex(Scene scene) implements FingerprintIndex {
    @Override
    public IndexSegment write(ResourceKey resource, String name, FingerprintLog fingerprints) {
      return scene.lake.write(resource, name, fingerprints);
    }

    @Override
    public FingerprintLog read(IndexSegment segment) {
      scene.clock.advance(Duration.ofMinutes(16));
      return scene.lake.read(segment);
    }
  }
}
