package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.state.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private static Invocation of(Duration life, long seed) {
    return Invocation.of(new OneInvocation("request", life), CLOCK, new SplittableRandom(seed));
  }

  private static Budget budget(Duration life) {
    return of(life, 1).budget(CLOCK, Duration.ofSeconds(20), () -> false);
  }

  @Test
  void is_told_from_its_own_retry_by_a_random_part() {
    assertThat(of(Bench.LONG, 1).owner()).startsWith("request/");
    assertThat(of(Bench.LONG, 1).owner()).isNotEqualTo(of(Bench.LONG, 2).owner());
  }

  @Test
  void holds_its_lease_until_it_is_certainly_dead() {
    Invocation invocation = of(Bench.LONG, 1);
    assertThat(invocation.lease()).isEqualTo(new Lease(invocation.owner(), NOW.plusSeconds(905)));
  }

  @ParameterizedTest
  @CsvSource({
    "900, 840000, 885000",
    "65, 5000, 50000",
    "60, 30000, 45000",
    "40, 20000, 30000",
    "20, 10000, 15000",
    "1, 500, 750",
    "0, 0, 0"
  })
  void hands_over_while_there_is_time_to_store_and_to_move(long life, long soft, long hard) {
    Budget budget = budget(Duration.ofSeconds(life));
    assertThat(Duration.between(NOW, budget.soft())).isEqualTo(Duration.ofMillis(soft));
    assertThat(Duration.between(NOW, budget.hard())).isEqualTo(Duration.ofMillis(hard));
  }

  @Test
  void has_a_budget_however_short_it_lives() {
    for (int second = 0; second <= 900; second++) {
      Budget budget = budget(Duration.ofSeconds(second));
      assertThat(budget.soft()).isBetween(NOW, budget.hard());
      assertThat(budget.hard()).isBeforeOrEqualTo(NOW.plusSeconds(second));
    }
  }
}
