package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.RateBlock;
import dev.tidemark.core.source.RateBucket;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.RateUsage;
import dev.tidemark.core.source.RateWish;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link RateBudget} that holders share owes. */
public abstract class RateBudgetContract {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final int MANY = 1000;

  private final RateBucket bucket =
      new RateBucket(OwnKey.draw().connection(), "all", 60, Duration.ofMinutes(1));

  /** A client of the budget as another invocation has it: all of them see the same. */
  protected abstract RateBudget connect();

  private RateBlock take(String holder, RateRank rank, int calls, int seconds) {
    return take(new RateWish(holder, rank, calls, RateUsage.NONE, at(seconds)));
  }

  private RateBlock take(RateWish wish) {
    return connect().take(bucket, wish);
  }

  private RateBlock fresh(String holder, int seconds) {
    return take(holder, RateRank.FRESH, MANY, seconds);
  }

  private static Instant at(int seconds) {
    return NOW.plusSeconds(seconds);
  }

  /** Calls that fall out at {@code seconds}. */
  private static RateUsage used(int calls, int seconds) {
    return new RateUsage(Collections.nCopies(calls, at(seconds)));
  }

  @Test
  void who_is_alone_has_all_of_it_and_no_more() {
    RateBlock block = fresh("a", 0);
    assertThat(block.calls()).isEqualTo(60);
    assertThat(block.until()).isEqualTo(at(10));
    assertThat(fresh("a", 10).calls()).isEqualTo(60);
  }

  @Test
  void who_comes_later_has_nothing_until_another_asks_again_and_then_a_fair_part() {
    fresh("a", 0);
    RateBlock none = fresh("b", 1);
    assertThat(none.calls()).isZero();
    assertThat(none.until()).isEqualTo(at(11));
    assertThat(fresh("a", 10).calls()).isEqualTo(30);
    assertThat(fresh("b", 11).calls()).isEqualTo(30);
    assertThat(fresh("c", 11).calls()).isZero();
  }

  @Test
  void who_could_not_use_its_part_leaves_it_to_those_who_can() {
    take("a", RateRank.FRESH, 6, 0);
    assertThat(fresh("b", 0).calls()).isEqualTo(54);
  }

  @Test
  void calls_that_were_made_count_until_they_fall_out_when_their_holder_has_less() {
    fresh("a", 0);
    fresh("b", 1);
    RateWish again = new RateWish("a", RateRank.FRESH, MANY, used(50, 40), at(10));
    assertThat(take(again).calls()).isEqualTo(30);
    assertThat(fresh("b", 11).calls()).as("20 of the 50 are beyond a's part").isEqualTo(10);
    take(new RateWish("a", RateRank.FRESH, MANY, used(50, 40), at(20)));
    assertThat(fresh("b", 21).calls()).as("and are told of twice").isEqualTo(10);
    assertThat(fresh("b", 40).calls()).as("until then").isEqualTo(10);
    take(new RateWish("a", RateRank.FRESH, MANY, RateUsage.NONE, at(41)));
    assertThat(fresh("b", 42).calls()).isEqualTo(30);
  }

  @Test
  void the_block_of_a_holder_that_is_never_heard_of_again_returns_by_itself() {
    fresh("crashed", 0);
    assertThat(fresh("b", 60).calls()).isZero();
    assertThat(fresh("b", 71).calls()).as("its last call may just have arrived").isZero();
    assertThat(fresh("b", 73).calls()).isEqualTo(60);
  }

  @Test
  void what_is_given_back_is_free_at_once_but_for_the_calls_that_were_made() {
    fresh("a", 0);
    RateWish last = new RateWish("a", RateRank.FRESH, 1, used(15, 30), at(2));
    assertThat(connect().giveBack(bucket, last)).isTrue();
    assertThat(fresh("b", 3).calls()).isEqualTo(45);
    assertThat(fresh("b", 31).calls()).isEqualTo(60);
  }

  @Test
  void what_keeps_the_state_fresh_comes_before_what_reads_everything_and_children_are_last() {
    take("child", RateRank.CHILD, MANY, 0);
    take("slice", RateRank.WHOLE, MANY, 1);
    take("fresh", RateRank.FRESH, 20, 2);
    assertThat(take("child", RateRank.CHILD, MANY, 10).calls()).isZero();
    assertThat(take("slice", RateRank.WHOLE, MANY, 11).calls()).isEqualTo(40);
    assertThat(take("fresh", RateRank.FRESH, 20, 12).calls()).isEqualTo(20);
  }

  @Test
  void where_there_are_fewer_calls_than_holders_each_has_its_turn() {
    RateBucket one = new RateBucket(bucket.connection(), "one", 1, Duration.ofSeconds(6));
    List<String> holders = List.of("a", "b", "c");
    int[] turns = new int[holders.size()];
    for (int second = 0; second < 300; second++) {
      for (int i = 0; i < turns.length; i++) {
        if (second % 6 == i) {
          RateWish wish =
              new RateWish(holders.get(i), RateRank.FRESH, 1, RateUsage.NONE, at(second));
          turns[i] += connect().take(one, wish).calls();
        }
      }
    }
    assertThat(IntStream.of(turns).min().orElseThrow()).isGreaterThan(5);
  }

  @Test
  void what_the_server_says_to_one_holds_all_and_the_longest_wait_counts() {
    fresh("a", 0);
    connect().hold(bucket, at(40), at(1));
    connect().hold(bucket, at(20), at(2));
    assertThat(fresh("b", 3).held()).isEqualTo(at(40));
    assertThat(fresh("a", 10).held()).isEqualTo(at(40));
  }

  @Test
  void a_bucket_without_a_limit_is_shared_for_what_the_server_says() {
    RateBucket open =
        new RateBucket(bucket.connection(), "all", RateBucket.UNLIMITED, Duration.ofMinutes(1));
    connect().hold(open, at(40), at(1));
    RateWish wish = new RateWish("b", RateRank.FRESH, 1, RateUsage.NONE, at(3));
    assertThat(connect().take(open, wish).held()).isEqualTo(at(40));
  }

  @Test
  void another_bucket_and_another_connection_have_budgets_of_their_own() {
    fresh("a", 0);
    RateWish wish = new RateWish("b", RateRank.FRESH, MANY, RateUsage.NONE, at(0));
    RateBucket other = new RateBucket(bucket.connection(), "other", 60, Duration.ofMinutes(1));
    assertThat(connect().take(other, wish).calls()).isEqualTo(60);
    RateBucket elsewhere =
        new RateBucket(OwnKey.draw().connection(), "all", 60, Duration.ofMinutes(1));
    assertThat(connect().take(elsewhere, wish).calls()).isEqualTo(60);
  }
}
