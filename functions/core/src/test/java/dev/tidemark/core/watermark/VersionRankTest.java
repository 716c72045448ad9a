package dev.tidemark.core.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionRankTest {
  @Test
  void times_rank_as_they_follow_each_other_to_the_nanosecond() {
    ascends(
        Stream.of(
                "1500-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00.000000001Z",
                "2262-01-01T00:00:00Z",
                "2262-06-01T00:00:00Z")
            .mapToLong(text -> VersionRank.of(Instant.parse(text))));
  }

  @Test
  void times_that_64_bits_do_not_hold_rank_beyond_those_that_they_do() {
    long far = VersionRank.of(Instant.parse("9999-12-31T23:59:59Z"));
    assertThat(far).isEqualTo(VersionRank.of(Instant.MAX)).matches(VersionRank::saturated);
    assertThat(VersionRank.of(Instant.MIN)).matches(VersionRank::saturated);
    ascends(
        LongStream.of(
            VersionRank.NONE,
            VersionRank.of(Instant.MIN),
            VersionRank.of(Instant.parse("2026-01-01T00:00:00Z")),
            far));
  }

  @Test
  void numbers_rank_by_their_whole_part() {
    ascends(
        Stream.of(
                "-1E99",
                "-9223372036854775806",
                "-7",
                "-0.5",
                "0E999999999",
                "1.9",
                "20",
                "9e18",
                "1E20")
            .mapToLong(text -> VersionRank.of(new BigDecimal(text))));
    assertThat(VersionRank.of(new BigDecimal("1E-999999999"))).isZero();
    assertThat(VersionRank.of(new BigDecimal("-9223372036854775808")))
        .isGreaterThan(VersionRank.NONE);
  }

  private static void ascends(LongStream ranks) {
    List<Long> all = ranks.boxed().toList();
    assertThat(all).isSorted().doesNotHaveDuplicates();
  }
}
