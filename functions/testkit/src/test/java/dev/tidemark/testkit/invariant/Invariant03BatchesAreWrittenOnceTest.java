package dev.tidemark.testkit.invariant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchContent;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.contract.SampleBatches;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.source.Served;
import dev.tidemark.testkit.traversal.LateSink;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Invariant03BatchesAreWrittenOnceTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);
  private final LateSink late = new LateSink(scene.lake);

  @Nested
  class WhenABatchArrivesLate {
    WhenABatchArrivesLate() {
      scene.storingBy(late);
      assertThat(Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE))).isNull();
      scene.storingBy(scene.lake).takingOver(true);
      awaitQuiet();
    }

    @Test
    void before_the_next_claim_it_is_adopted_and_its_page_is_not_read_again() {
      late.arrive();
      int before = scene.api.served().size();
      assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(scene.api.served().size() - before).isEqualTo(3);
      assertThat(scene.events).hasAtLeastOneElementOfType(LegEvent.BatchAdopted.class);
      whole();
    }

    @Test
    void the_walk_goes_on_from_its_own_next_cursor() {
      late.arrive();
      String first = cursorGivenBy(scene.api.served().getFirst());
      int before = scene.api.served().size();
      scene.leg(Trigger.CONTINUATION);
      assertThat(cursorSentBy(scene.api.served().get(before))).isEqualTo(first);
    }

    @Test
    void while_the_next_owner_stores_the_same_one_its_own_pages_are_discarded() {
      String stored = cursorGivenBy(scene.api.served().getFirst());
      int before = scene.api.served().size();
      LegOutcome outcome = scene.leg(Trigger.CONTINUATION, arrivingAt("BatchSink.put"));
      assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
      List<Served> again = scene.api.served().subList(before, scene.api.served().size());
      assertThat(again)
          .extracting(Invariant03BatchesAreWrittenOnceTest::cursorSentBy)
          .contains(stored);
      whole();
    }

    @Test
    void the_reader_is_never_called_by_two_threads_at_once() {
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      PageReader slow =
          (request, sink) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            deafFor(Duration.ofMillis(60));
            var outcome = scene.api.read(request, sink);
            inside.decrementAndGet();
            return outcome;
          };
      scene.readingBy(slow);
      LegOutcome outcome = scene.leg(Trigger.CONTINUATION, arrivingAt("BatchSink.put"));
      assertThat(outcome).isNotInstanceOf(LegOutcome.Failed.class);
      assertThat(most).hasValue(1);
    }

    /** Blocks as a socket does: an interrupt ends nothing. */
    private void deafFor(Duration time) {
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    }

    /** The call of the next leg that is the first one of {@code name}. */
    private FaultPlan arrivingAt(String name) {
      return FaultPlan.meanwhileAtFirst(name, late::arrive);
    }
  }

  @Nested
  class WhenTheObjectBelongsElsewhere {
    @Test
    void the_leg_fails_loudly_and_changes_nothing() {
      scene.inLegsOf(Duration.ZERO);
      scene.leg(Trigger.SCHEDULE);
      var before = scene.state();
      scene.lake.put(foreign());
      assertThatThrownBy(() -> scene.leg(Trigger.SCHEDULE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(foreign().key().path())
          .hasMessageContaining("cancel the run");
      assertThat(scene.state().phase().unfinished()).isEqualTo(unfinished(before).nextLeg());
    }

    @Test
    void nor_is_one_of_the_same_run_believed_that_was_read_from_another_cursor() {
      scene.inLegsOf(Duration.ZERO);
      scene.leg(Trigger.SCHEDULE);
      Progress there = unfinished(scene.state());
      Progress elsewhere = there.at(there.walk().at(new Cursor("elsewhere", Scene.NOON)));
      scene.lake.put(readFrom(elsewhere, elsewhere.with(elsewhere.span().stored())));
      assertThatThrownBy(() -> scene.leg(Trigger.SCHEDULE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("it was read from another place");
    }

    private Batch foreign() {
      Batch sample = sample();
      return readFrom(sample.before(), sample.after());
    }

    private Batch sample() {
      return new SampleBatches(Plans.KEY).of(9, "{\"id\":1}");
    }

    private Batch readFrom(Progress before, Progress after) {
      Batch sample = sample();
      var progress = unfinished(scene.state());
      var key = BatchKey.of(Plans.KEY, 1, progress.span(), progress.span().last() + 1);
      BatchContent content = sample.content();
      return new Batch(
          key,
          new BatchContent(content.lines(), 1, content.sha256(), null),
          sample.fingerprints(),
          sample.seen(),
          null,
          before,
          after);
    }

    private Progress unfinished(ResourceState state) {
      return requireNonNull(state.phase().unfinished());
    }
  }

  private void whole() {
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).doesNotHaveDuplicates();
  }

  /** The dead leg's reader may still be at its last page. */
  private void awaitQuiet() {
    int before;
    do {
      before = scene.api.served().size();
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    } while (before != scene.api.served().size());
  }

  private static String cursorSentBy(Served served) {
    var cursor = served.request().cursor();
    return cursor == null ? "" : cursor.text();
  }

  private static String cursorGivenBy(Served served) {
    return served.outcome() instanceof Delivered page ? String.valueOf(page.next()) : "";
  }
}
