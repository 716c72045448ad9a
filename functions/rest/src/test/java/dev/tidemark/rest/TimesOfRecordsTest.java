package dev.tidemark.rest;

import static dev.tidemark.rest.standin.AnyApi.definition;
import static dev.tidemark.rest.standin.AnyApi.desk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in all the spellings of one list, those that cannot be read, and bounds in each form. */
class TimesOfRecordsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static String page(String... times) {
    return Stream.of(times)
        .map(time -> "{\"id\":1,\"at\":" + time + "}")
        .collect(Collectors.joining(",", "{\"data\":[", "]}"));
  }

  private static Delivered read(Desk desk) throws Exception {
    PageOutcome outcome = desk.first();
    assertThat(outcome).isInstanceOf(Delivered.class);
    return (Delivered) outcome;
  }

  @Test
  void every_spelling_of_a_list_is_understood() throws Exception {
    String answer =
        page(
            "\"2026-01-02T00:00:00Z\"",
            "\"2026-01-02T02:00:00+0200\"",
            "\"2026-01-02 00:00:00+00\"",
            "\"2026-01-02t00:00z\"",
            "\"2026-01-02\"",
            "\"2026-01-02T00:00:00,000000000Z\"",
            "\"2026-01-01T19:00:00.0000000001-05:00\"");
    Definition definition = definition("pagination: {kind: none}", "watermark: {field: at}");
    try (Desk desk = desk(definition, new CannedTransport().then(200, answer))) {
      Delivered page = read(desk);
      assertThat(page.warnings().counts()).doesNotContainKey(Warning.UNREADABLE_TIME);
      assertThat(desk.taken().records()).extracting(Taken.Landed::watermark).doesNotContainNull();
      assertThat(desk.taken().records()).hasSize(7);
    }
  }

  @Test
  void a_time_that_is_there_and_cannot_be_read_is_counted_and_one_is_shown() throws Exception {
    String answer =
        page("\"2026-01-02T00:00:00Z\"", "null", "\"\"", "\"2026-05-01T10:00:00\"", "[1]", "true");
    Definition definition = definition("pagination: {kind: none}", "watermark: {field: at}");
    try (Desk desk = desk(definition, new CannedTransport().then(200, answer))) {
      assertThat(read(desk).warnings().counts()).containsEntry(Warning.UNREADABLE_TIME, 3L);
      assertThat(desk.reader().unread()).isEqualTo("true");
    }
  }

  @Test
  void a_version_is_read_as_the_watermark_that_it_is_or_in_a_zone_of_its_own() throws Exception {
    String answer = page("\"2026-05-01T10:00:00\"");
    for (String zoned :
        new String[] {
          "watermark: {field: at, zone: UTC}\n    version: {field: at}",
          "version: {field: at, zone: \"+02:00\"}"
        }) {
      Definition definition = definition("pagination: {kind: none}", zoned);
      try (Desk desk = desk(definition, new CannedTransport().then(200, answer))) {
        assertThat(read(desk).warnings()).isEqualTo(Warnings.NONE);
      }
    }
    Definition unzoned = definition("pagination: {kind: none}", "version: {field: at}");
    try (Desk desk = desk(unzoned, new CannedTransport().then(200, answer))) {
      assertThat(read(desk).warnings()).isEqualTo(Warnings.of(Warning.UNREADABLE_TIME, 1));
    }
  }

  @Test
  void a_path_that_meets_an_array_in_a_record_is_a_time_that_cannot_be_read() throws Exception {
    Definition definition = definition("pagination: {kind: none}", "watermark: {field: log.at}");
    String answer = "{\"data\":[{\"id\":1,\"log\":[{\"at\":\"2026-01-02T00:00:00Z\"}]}]}";
    try (Desk desk = desk(definition, new CannedTransport().then(200, answer))) {
      assertThat(read(desk).warnings()).isEqualTo(Warnings.of(Warning.UNREADABLE_TIME, 1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: iso-8601 | 2026-01-02T03:04:05.678Z",
        "format: iso-8601-seconds | 2026-01-02T03:04:05Z",
        "format: iso-8601-micros | 2026-01-02T03:04:05.678999Z",
        "format: iso-8601-local, zone: UTC | 2026-01-02T03:04:05",
        "format: iso-8601-local, zone: \"+02:00\" | 2026-01-02T05:04:05",
        "format: iso-8601-local-blank, zone: \"-0500\" | 2026-01-01 22:04:05",
        "format: date, zone: \"-05:00\" | 2026-01-01"
      })
  void a_bound_is_written_in_its_form_and_zone_and_never_rounded_up(String form, String sent)
      throws Exception {
    Definition definition =
        definition(
            "pagination: {kind: none}",
            "watermark: {field: at, zone: UTC}",
            "filter: {from: since, " + form + "}");
    CannedTransport api = new CannedTransport().then(200, "{\"data\":[]}");
    try (Desk desk = desk(definition, api)) {
      assertThat(desk.read(Instant.parse("2026-01-02T03:04:05.678999999Z"), null, LIMIT))
          .isInstanceOf(Delivered.class);
    }
    assertThat(Objects.requireNonNull(api.asked().getFirst().uri().getQuery()))
        .contains("since=" + sent);
  }
}
