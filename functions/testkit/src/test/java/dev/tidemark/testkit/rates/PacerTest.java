package dev.tidemark.testkit.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.Pacer;
import dev.tidemark.core.source.RateBucket;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.Turn;
import dev.tidemark.memory.InMemoryRateBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final RateBucket THREE = new RateBucket("acme", "all", 3, Duration.ofMinutes(1));

  private static Pacer alone(RateBucket bucket) {
    return of(bucket, RateBudget.ALONE);
  }

  private static Pacer of(RateBucket bucket, RateBudget budget) {
    return new Pacer(bucket, budget, new SplittableRandom(17));
  }

  private static Turn ask(Pacer pacer, Instant now) {
    return pacer.take(now, RateRank.FRESH);
  }

  private static void make(Pacer pacer, Instant now) {
    made(pacer, RateRank.FRESH, now, now);
  }

  private static void made(Pacer pacer, RateRank rank, Instant sent, Instant answered) {
    Turn turn = pacer.take(sent, rank);
    assertThat(turn).isInstanceOf(Turn.Now.class);
    pacer.answered((Turn.Now) turn, answered);
  }

  private static Turn.Later later(int seconds) {
    return new Turn.Later(NOW.plusSeconds(seconds));
  }

  @Test
  void lets_a_full_window_through_as_a_burst_and_then_one_for_each_that_leaves_it() {
    Pacer pacer = alone(THREE);
    for (int second = 0; second < 3; second++) {
      make(pacer, NOW.plusSeconds(second));
    }
    assertThat(ask(pacer, NOW.plusSeconds(2))).isEqualTo(later(60));
    make(pacer, NOW.plusSeconds(60));
    assertThat(ask(pacer, NOW.plusSeconds(60))).isEqualTo(later(61));
    make(pacer, NOW.plusSeconds(90));
  }

  @Test
  void a_call_counts_from_its_answer_since_it_may_have_been_late_on_its_way() {
    Pacer pacer = alone(THREE);
    made(pacer, RateRank.FRESH, NOW, NOW.plusSeconds(9));
    made(pacer, RateRank.FRESH, NOW.plusSeconds(1), NOW.plusSeconds(4));
    made(pacer, RateRank.FRESH, NOW.plusSeconds(2), NOW.plusSeconds(3));
    assertThat(ask(pacer, NOW.plusSeconds(10))).isEqualTo(later(63));
  }

  @Test
  void a_call_without_an_answer_counts_as_long_as_one_may_come() {
    Pacer pacer = alone(new RateBucket("acme", "all", 1, Duration.ofSeconds(64)));
    assertThat(ask(pacer, NOW)).isInstanceOf(Turn.Now.class);
    assertThat(ask(pacer, NOW.plusSeconds(100))).isEqualTo(later(101));
    assertThat(ask(pacer, NOW.plusSeconds(243))).isEqualTo(later(244));
    assertThat(ask(pacer, NOW.plusSeconds(244))).isInstanceOf(Turn.Now.class);
  }

  @Test
  void once_answers_are_known_to_take_their_time_it_is_not_waited_for_twice() {
    Pacer pacer = alone(new RateBucket("acme", "all", 20, Duration.ofSeconds(1)));
    Instant at = NOW;
    for (int call = 0; call < 32; call++, at = at.plusMillis(160)) {
      made(pacer, RateRank.FRESH, at, at.plusMillis(160));
    }
    at = at.plusSeconds(5);
    for (int call = 0; call < 20; call++) {
      made(pacer, RateRank.FRESH, at, at.plusMillis(160 + call));
    }
    Instant first = at.plusNanos(1_031_250_000);
    assertThat(ask(pacer, at.plusMillis(500))).isEqualTo(new Turn.Later(first));
    made(pacer, RateRank.FRESH, first, first.plusMillis(160));
    assertThat(ask(pacer, first))
        .as("a millisecond later on its way")
        .isEqualTo(new Turn.Later(first.plusMillis(1)));
  }

  @Test
  void without_a_limit_waits_only_where_the_server_says_so() {
    Pacer pacer = alone(new RateBucket("acme", "all", RateBucket.UNLIMITED, Duration.ofMinutes(1)));
    for (int i = 0; i < 1000; i++) {
      make(pacer, NOW);
    }
    pacer.hold(NOW.plusSeconds(42), NOW);
    pacer.hold(NOW.plusSeconds(5), NOW);
    assertThat(ask(pacer, NOW)).isEqualTo(later(42));
    make(pacer, NOW.plusSeconds(42));
  }

  @Test
  void whoever_keeps_the_state_fresh_goes_before_who_reads_everything_and_children_are_last() {
    Pacer pacer = alone(new RateBucket("acme", "all", 1, Duration.ofMinutes(1)));
    made(pacer, RateRank.WHOLE, NOW, NOW);
    assertThat(pacer.take(NOW, RateRank.CHILD)).isEqualTo(later(60));
    assertThat(pacer.take(NOW, RateRank.WHOLE)).isEqualTo(later(60));
    assertThat(pacer.take(NOW, RateRank.FRESH)).isEqualTo(later(60));
    Instant free = NOW.plusSeconds(60);
    assertThat(pacer.take(free, RateRank.CHILD)).isInstanceOf(Turn.Later.class);
    assertThat(pacer.take(free, RateRank.WHOLE)).isInstanceOf(Turn.Later.class);
    made(pacer, RateRank.FRESH, free, free);
  }

  @Test
  void what_the_server_told_one_process_holds_the_others_from_their_next_lease_on() {
    InMemoryRateBudget budget = new InMemoryRateBudget();
    Pacer one = of(THREE, budget);
    Pacer other = of(THREE, budget);
    make(one, NOW);
    one.hold(NOW.plusSeconds(40), NOW);
    assertThat(other.take(NOW.plusSeconds(1), RateRank.FRESH))
        .isInstanceOfSatisfying(
            Turn.Later.class,
            held -> assertThat(held.until()).isBetween(NOW.plusSeconds(40), NOW.plusSeconds(42)));
  }

  @Test
  void asks_the_budget_once_in_a_lease_and_not_for_every_request() {
    InMemoryRateBudget budget = new InMemoryRateBudget();
    RateBucket bucket = new RateBucket("acme", "all", 1000, Duration.ofMinutes(1));
    Pacer pacer = of(bucket, budget);
    for (int call = 0; call < 600; call++) {
      make(pacer, NOW.plusMillis(call * 20L));
    }
    assertThat(budget.ledger(bucket).revision()).isEqualTo(2);
  }

  @Test
  void what_is_given_back_is_there_for_others_but_for_the_calls_that_were_made() {
    InMemoryRateBudget budget = new InMemoryRateBudget();
    Pacer one = of(THREE, budget);
    make(one, NOW);
    one.giveBack(NOW.plusSeconds(1));
    Pacer other = of(THREE, budget);
    make(other, NOW.plusSeconds(2));
    make(other, NOW.plusSeconds(2));
    assertThat(ask(other, NOW.plusSeconds(2))).isInstanceOf(Turn.Later.class);
    make(other, NOW.plusSeconds(62));
  }
}
