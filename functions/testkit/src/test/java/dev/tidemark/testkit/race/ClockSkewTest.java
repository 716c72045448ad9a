package dev.tidemark.testkit.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.testkit.race.Invocation.Moment;
import dev.tidemark.testkit.race.OwnPages.Manner;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Owners' clocks may disagree. Safety does not ask the clock: who takes a lease too early raises
 * the revision, and the owner at work is refused. Liveness does: a successor waits for a dead
 * owner's lease plus what its own clock is behind that owner's, and no longer.
 */
class ClockSkewTest {
  private static final Shelf SHELF = Shelf.of(4, Scene.NOON.minusSeconds(7200), false);
  private static final Errand ERRAND = Errand.scheduled(Plans.byId());

  @Test
  @Tag("deep")
  void clocks_ten_minutes_apart_break_no_promise_in_any_order() throws Exception {
    assertThat(Heats.violations(Courses.skewed())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, -10", "0, 10", "10, 0", "-10, 0", "10, -10", "-10, 10"})
  void a_successor_waits_for_the_lease_and_the_skew_and_no_longer(int dead, int successor)
      throws InterruptedException {
    Moment noon = Moment.NOON.skewed(Duration.ofMinutes(dead));
    Stores stores = Before.died(SHELF, ERRAND, noon);
    long bound = Math.max(0, Invocation.LEASE.toMinutes() + dead - successor);
    for (long minute = 0; minute < bound; minute++) {
      assertThat(at(minute, successor, stores)).isInstanceOf(LegOutcome.Held.class);
    }
    assertThat(at(bound, successor, stores)).isInstanceOf(LegOutcome.Completed.class);
  }

  private static LegOutcome at(long minute, int skew, Stores stores) throws InterruptedException {
    Moment moment = Moment.minutes(minute).skewed(Duration.ofMinutes(skew));
    return new Invocation("successor", ERRAND, moment, Manner.pagesOf(2))
        .race(new Track(stores, SHELF, Flaw.NONE, null));
  }
}
