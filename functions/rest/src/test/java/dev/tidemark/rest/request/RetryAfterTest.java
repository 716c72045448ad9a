package dev.tidemark.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final String SERVER = "Sun, 22 Nov 2026 05:00:00 GMT";

  private static @Nullable Duration header(@Nullable String value) {
    return RetryAfter.header(value, null, NOW);
  }

  @Nested
  class AHeader {
    @ParameterizedTest
    @CsvSource({
      "30, PT30S",
      "' 30 ', PT30S",
      "0, PT0S",
      "-5, PT0S",
      "1.5, PT1.5S",
      "0.0001, PT0.001S"
    })
    void may_be_seconds(String value, Duration wait) {
      assertThat(header(value)).isEqualTo(wait);
    }

    @Test
    void may_be_a_date_that_is_measured_by_the_clock_of_the_server() {
      assertThat(header("Sun, 22 Nov 2026 03:00:40 GMT")).isEqualTo(Duration.ofSeconds(40));
      assertThat(RetryAfter.header("Sun, 22 Nov 2026 05:00:40 GMT", SERVER, NOW))
          .isEqualTo(Duration.ofSeconds(40));
      assertThat(RetryAfter.header("Sun, 22 Nov 2026 05:00:40 GMT", "no date", NOW))
          .isEqualTo(Duration.ofHours(2).plusSeconds(40));
      assertThat(header("Sun, 22 Nov 2026 02:00:00 GMT")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-11-22T03:00:40Z",
          "2026-11-22T04:00:40+01:00",
          "Sunday, 22-Nov-26 03:00:40 GMT",
          "Sun Nov 22 03:00:40 2026",
          "1795316440",
          "1795316440000"
        })
    void may_be_a_time_in_every_form_that_servers_send(String value) {
      assertThat(header(value)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void of_hours_is_one_wait() {
      assertThat(header("21600")).isEqualTo(Duration.ofHours(6));
      assertThat(header("Sun Nov  8 03:00:40 2026")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1,5", "22/11/2026 03:00", "Mon, 22 Nov 2026 03:00:40 GMT"})
    void that_says_nothing_that_can_be_read_says_nothing(String value) {
      assertThat(header(value)).isNull();
      assertThat(header(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "1E999999999", "1E2147483647", "99999999999999999999"})
    void never_means_more_than_a_day(String value) {
      assertThat(header(value)).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-100000000", "1E-999999999", "1E-2147483647"})
    @Timeout(5)
    void may_have_a_hostile_exponent(String value) {
      assertThat(header(value)).isEqualTo(Duration.ofMillis(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Rate limit exceeded. Retry after 30 seconds., PT30S",
    "retry AFTER 1s, PT1S",
    "Try again after 5 sec, PT5S",
    "after 999999 seconds, PT24H"
  })
  void a_message_may_say_it_in_prose(String message, Duration wait) {
    assertThat(RetryAfter.prose(message)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Slow down.", "after 5 minutes", "after 12345678 seconds", "30 seconds"})
  void a_message_may_say_nothing(String message) {
    assertThat(RetryAfter.prose(message)).isNull();
  }
}
