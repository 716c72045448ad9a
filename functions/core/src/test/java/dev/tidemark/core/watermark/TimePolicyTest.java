package dev.tidemark.core.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimePolicyTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private static TimePolicy policy(Order order, Promotion promotion, boolean filtered) {
    return new TimePolicy(order, promotion, filtered, Duration.ofMinutes(5), Duration.ofMinutes(2));
  }

  private static Watermark at(Instant time) {
    return new Watermark(time, time.toString());
  }

  @Nested
  class TheNextLowerBound {
    private final TimePolicy policy = policy(Order.WATERMARK_ASCENDING, Promotion.MAX_SEEN, true);

    @Test
    void is_the_checkpoint_less_the_lookback_where_that_is_settled() {
      assertThat(policy.lowerBound(at(START.minusSeconds(3600)), START))
          .isEqualTo(START.minusSeconds(3600 + 300));
    }

    @Test
    void trusts_nothing_that_had_not_settled_when_the_last_run_began() {
      assertThat(policy.lowerBound(at(START.plusSeconds(50)), START))
          .isEqualTo(START.minusSeconds(120 + 300));
      assertThat(policy.lowerBound(at(START.minusSeconds(119)), START))
          .isEqualTo(START.minusSeconds(120 + 300));
    }

    @Test
    void is_none_where_nothing_was_seen() {
      assertThat(policy.lowerBound(null, START)).isNull();
    }

    @Test
    void is_none_where_the_api_does_not_filter() {
      TimePolicy whole = policy(Order.ID, Promotion.RUN_START, false);
      assertThat(whole.lowerBound(at(START), START)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WATERMARK_ASCENDING")
  void the_highest_watermark_of_an_unordered_walk_is_never_promoted(Order order) {
    assertThatThrownBy(() -> policy(order, Promotion.MAX_SEEN, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("max-seen");
  }

  @ParameterizedTest
  @EnumSource
  void the_start_of_the_run_may_always_be_promoted(Order order) {
    assertThatCode(() -> policy(order, Promotion.RUN_START, true)).doesNotThrowAnyException();
  }

  @Test
  void a_negative_duration_is_refused() {
    assertThatThrownBy(() ->
            new TimePolicy(
                Order.ID, Promotion.RUN_START, true, Duration.ofSeconds(-1), Duration.ZERO))
        .hasMessage("negative duration: PT-1S, PT0S");
  }

  @Test
  void watermarks_compare_as_instants() {
    Watermark utc = new Watermark(START, "2026-01-01T12:00:00Z");
    Watermark local = new Watermark(START, "2026-01-01T13:00:00+01:00");
    Watermark later = at(START.plusNanos(1));
    assertThat(Watermark.later(utc, local)).isSameAs(utc);
    assertThat(Watermark.later(utc, later)).isSameAs(later);
    assertThat(Watermark.later(later, utc)).isSameAs(later);
    assertThat(Watermark.later(null, utc)).isSameAs(utc);
    assertThat(Watermark.later(utc, null)).isSameAs(utc);
    assertThat(Watermark.later(null, null)).isNull();
  }
}
