package dev.tidemark.core.traversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.plan.BatchLimits;
import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.core.watermark.TimePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void waits_double_less_a_quarter_of_chance_up_to_the_longest() {
    Random random = new Random(3);
    for (int failed = 1; failed <= 60; failed++) {
      long doubled = Math.min(500L << Math.min(failed - 1, 20), 30_000);
      assertThat(Retry.PAGE.after(failed, random).toMillis())
          .as("after failure %s", failed)
          .isBetween(doubled - doubled / 4, doubled);
    }
  }

  @Test
  void the_sixth_failure_is_the_last() {
    assertThat(Retry.PAGE.exhausted(5)).isFalse();
    assertThat(Retry.PAGE.exhausted(6)).isTrue();
  }

  @Test
  void a_budget_fits_a_wait_that_ends_before_its_soft_end_and_within_our_patience() {
    Budget budget = budget(NOON);
    assertThat(budget.fits(NOON.plusSeconds(30))).isTrue();
    assertThat(budget.fits(NOON.plusSeconds(31))).isFalse();
    assertThat(budget(NOON.plusSeconds(80)).fits(NOON.plusSeconds(100))).isFalse();
    assertThat(budget.spent()).isFalse();
    assertThat(budget(NOON.plusSeconds(100)).spent()).isTrue();
  }

  @Test
  void a_page_may_take_until_the_hard_end_and_never_less_than_nothing() {
    assertThat(budget(NOON).pageLimit()).isEqualTo(Duration.ofMinutes(2));
    assertThat(budget(NOON.plusSeconds(500)).pageLimit()).isZero();
  }

  @Test
  void a_closing_query_needs_a_walk_that_it_can_close() {
    TimePolicy byId =
        new TimePolicy(Order.ID, Promotion.RUN_START, true, Duration.ZERO, Duration.ZERO);
    assertThatThrownBy(() ->
            new ResourcePlan(
                ResourceKey.of("a", "b"),
                new LandedForm(1, ""),
                "q",
                byId,
                BatchLimits.DEFAULT,
                true,
                1))
        .hasMessage("a closing query needs an ascending, filtered walk");
  }

  private static Budget budget(Instant now) {
    return new Budget(
        InstantSource.fixed(now),
        NOON.plusSeconds(100),
        NOON.plusSeconds(120),
        Duration.ofSeconds(30),
        () -> false);
  }
}
