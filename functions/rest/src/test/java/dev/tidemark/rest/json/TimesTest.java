package dev.tidemark.rest.json;

import static dev.tidemark.rest.definition.TimeFormat.EPOCH_MILLIS;
import static dev.tidemark.rest.definition.TimeFormat.EPOCH_SECONDS;
import static dev.tidemark.rest.definition.TimeFormat.ISO_8601;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.TimeFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @Nested
  class AreRead {
    @ParameterizedTest
    @CsvSource({
      "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
      "2026-01-02T03:04:05.1Z, 2026-01-02T03:04:05.100Z",
      "2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.123456789Z",
      "2026-01-02T03:04:05.1234567899Z, 2026-01-02T03:04:05.123456789Z",
      "2026-01-02T03:04:05.99999999999999999999+01:00, 2026-01-02T02:04:05.999999999Z",
      "2026-01-02T03:04:05+00:00, 2026-01-02T03:04:05Z",
      "2026-01-02T03:04:05-05:30, 2026-01-02T08:34:05Z",
      "2026-01-02T03:04:05+0000, 2026-01-02T03:04:05Z",
      "2026-01-02T03:04:05+00, 2026-01-02T03:04:05Z",
      "2026-01-02T03:04:05-0530, 2026-01-02T08:34:05Z",
      "2026-01-02t03:04:05z, 2026-01-02T03:04:05Z",
      "2026-01-02 03:04:05Z, 2026-01-02T03:04:05Z",
      "2026-01-02 03:04:05.123456+00, 2026-01-02T03:04:05.123456Z",
      "2026-01-02 03:04:05 +0100, 2026-01-02T02:04:05Z",
      "2026-01-02 03:04:05 UTC, 2026-01-02T03:04:05Z",
      "'2026-01-02T03:04:05,5Z', 2026-01-02T03:04:05.500Z",
      "2026-01-02T03:04Z, 2026-01-02T03:04:00Z",
      "2026-01-02, 2026-01-02T00:00:00Z"
    })
    void from_iso_8601(String text, Instant at) {
      assertThat(Times.instant(text, ISO_8601)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
      "0, 1970-01-01T00:00:00Z",
      "1767323045, 2026-01-02T03:04:05Z",
      "1.767323045E9, 2026-01-02T03:04:05Z",
      "1767323045.5, 2026-01-02T03:04:05.500Z",
      "1767323045.1234567899, 2026-01-02T03:04:05.123456789Z",
      "-1, 1969-12-31T23:59:59Z",
      "-0.5, 1969-12-31T23:59:59.500Z"
    })
    void from_seconds(String text, Instant at) {
      assertThat(Times.instant(text, EPOCH_SECONDS)).isEqualTo(at);
    }

    @Test
    void from_milliseconds() {
      assertThat(Times.instant("1767323045678", EPOCH_MILLIS))
          .isEqualTo("2026-01-02T03:04:05.678Z");
      assertThat(Times.instant("1767323045678.5", EPOCH_MILLIS))
          .isEqualTo("2026-01-02T03:04:05.678500Z");
    }

    @Test
    void without_an_offset_in_the_zone_that_is_declared() {
      ZoneOffset zone = ZoneOffset.ofHours(2);
      for (String text : new String[] {"2026-01-02T05:04:05", "2026-01-02 05:04:05"}) {
        assertThat(Times.instant(text, ISO_8601, zone)).isEqualTo("2026-01-02T03:04:05Z");
      }
      assertThat(Times.instant("2026-01-02", ISO_8601, zone)).isEqualTo("2026-01-01T22:00:00Z");
      assertThat(Times.instant("2026-01-02T05:04:05Z", ISO_8601, zone))
          .isEqualTo("2026-01-02T05:04:05Z");
    }

    @Test
    void with_the_text_in_which_they_came() {
      Scalar value = new Scalar(Scalar.Kind.TEXT, "2026-01-02T03:04:05.10Z");
      assertThat(Times.watermark(value, ISO_8601))
          .isEqualTo(
              new Watermark(Instant.parse("2026-01-02T03:04:05.1Z"), "2026-01-02T03:04:05.10Z"));
      assertThat(Times.watermark(new Scalar(Scalar.Kind.FLAG, "true"), ISO_8601)).isNull();
    }
  }

  @Nested
  class AreRefused {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "soon",
          "2026-01-02T03:04:05",
          "2026-01-02 03:04",
          "2026-13-02T03:04:05Z",
          "2026-02-30",
          "2026-01-02T24:00:00Z",
          "2026-01-02T03:04:05.Z",
          "2026-01-02T03:04:05 CET",
          "2026-01-02T03:04:05+25:00",
          "02/01/2026",
          "1767323045",
          "."
        })
    void when_they_are_not_iso_8601_with_an_offset(String text) {
      assertThat(Times.instant(text, ISO_8601)).isNull();
    }

    /** In milliseconds or never: an exponent must not make us write out a billion digits. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "1E400",
          "1E999999999",
          "1E2147483647",
          "-1E2147483647",
          "1E99999999999",
          "1E-999999999",
          "1E-2147483647",
          "1E-100000000",
          "-1E-999999999",
          "9999999999999",
          "NaN",
          "0x10",
          ""
        })
    @Timeout(5)
    void when_their_exponent_is_hostile(String text) {
      assertThat(Times.instant(text, EPOCH_SECONDS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E2147483647", "1E-2147483647", "1E-100000000", "1E999999999"})
    @Timeout(5)
    void when_their_exponent_is_hostile_in_milliseconds_too(String text) {
      assertThat(Times.instant(text, EPOCH_MILLIS)).isNull();
    }
  }

  @Nested
  class AreWritten {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678999999Z");

    @ParameterizedTest
    @EnumSource
    void so_that_a_lower_bound_never_lies_after_what_was_meant(TimeFormat format) {
      for (ZoneOffset zone : new ZoneOffset[] {ZoneOffset.UTC, ZoneOffset.ofHours(-11)}) {
        Instant written = Times.instant(Times.format(AT, format, zone), format, zone);
        Duration most = Duration.ofSeconds(format == TimeFormat.DATE ? 86_400 : 1);
        assertThat(written).isNotNull().isBeforeOrEqualTo(AT).isAfter(AT.minus(most));
      }
    }

    @Test
    void in_the_form_that_the_api_documents() {
      assertThat(Times.format(AT, ISO_8601)).isEqualTo("2026-01-02T03:04:05.678Z");
      assertThat(Times.format(AT, EPOCH_SECONDS)).isEqualTo("1767323045");
      assertThat(Times.format(AT, EPOCH_MILLIS)).isEqualTo("1767323045678");
    }
  }

  @Test
  void a_number_that_is_no_time_compares_as_a_number_and_comes_back_whole() {
    for (String number : new String[] {"0", "7", "9007199254740993", "999999999999999999"}) {
      Instant at = Times.instant(number, TimeFormat.INTEGER);
      assertThat(at == null ? null : Times.format(at, TimeFormat.INTEGER)).isEqualTo(number);
    }
    assertThat(Times.instant("10", TimeFormat.INTEGER))
        .isAfter(Times.instant("9", TimeFormat.INTEGER));
    for (String none : new String[] {"-1", "1.5", "W/5", "", "1E999999999"}) {
      assertThat(Times.instant(none, TimeFormat.INTEGER)).as(none).isNull();
    }
    assertThat(Times.format(Instant.EPOCH.minusSeconds(300), TimeFormat.INTEGER)).isEqualTo("0");
  }

  @Test
  void epochs_in_micro_and_nanoseconds_keep_their_digits() {
    Instant at = Instant.parse("2026-05-01T10:00:00.123456789Z");
    assertThat(Times.instant("1777629600123456", TimeFormat.EPOCH_MICROS))
        .isEqualTo(Instant.parse("2026-05-01T10:00:00.123456Z"));
    assertThat(Times.instant("1777629600123456789", TimeFormat.EPOCH_NANOS)).isEqualTo(at);
    assertThat(Times.format(at, TimeFormat.EPOCH_MICROS)).isEqualTo("1777629600123456");
    assertThat(Times.format(at, TimeFormat.EPOCH_NANOS)).isEqualTo("1777629600123456789");
    assertThat(Times.instant("soon", TimeFormat.EPOCH_NANOS)).isNull();
  }
}
