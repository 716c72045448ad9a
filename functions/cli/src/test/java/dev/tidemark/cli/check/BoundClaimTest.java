package dev.tidemark.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which bound is asked for between the times that were seen, and why none is. */
class BoundClaimTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static Sample sample(String format, String... times) {
    Resource resource =
        DefinitionReader.read(
                "own.yaml",
                """
                tidemark: 1
                source: own
                title: Own
                baseUrl: https://api.own.example
                auth: {apiKey: {}}
                resources:
                  all:
                    path: /all
                    records: data
                    id: id
                    pagination: {kind: none}
                    order: id
                    promote: run-start
                    watermark: {field: at}
                    filter: {from: since, %s}
                """
                    .formatted(format))
            .resource("all");
    PageNotes notes = new PageNotes();
    byte[] json = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    for (String time : times) {
      Watermark at = new Watermark(Instant.parse(time), time);
      notes.accept(
          new RawRecord(JsonSlice.of(json), "1", at, null, VersionRank.NONE, 0, null, false));
    }
    return new Sample(
        resource, 0, List.of(new Answered(null, new Delivered(null, null, null, NOW), notes)));
  }

  private static Filter filter(Sample sample) {
    return Objects.requireNonNull(sample.resource().traversal().filter());
  }

  @Test
  void microseconds_are_asked_for_where_the_format_writes_them() {
    String[] times = {"2026-05-01T10:00:00.000001Z", "2026-05-01T10:00:00.000002Z"};
    Sample micros = sample("format: iso-8601-micros", times);
    assertThat(BoundClaim.middle(micros, filter(micros), NOW)).isEqualTo(times[1]);
    Sample millis = sample("format: iso-8601", times);
    assertThat(BoundClaim.middle(millis, filter(millis), NOW)).isNull();
    assertThat(BoundClaim.unasked(millis, filter(millis), NOW).says())
        .isEqualTo(
            "no time between those seen can be written exactly in the filter's format, iso-8601:"
                + " they have microseconds; declare format: iso-8601-micros if the API takes such"
                + " bounds");
  }

  @Test
  void a_day_is_exact_at_its_start_in_the_declared_zone() {
    String[] times = {"2026-05-01T10:00:00Z", "2026-05-01T22:00:00Z", "2026-05-02T00:00:00Z"};
    Sample days = sample("format: date, zone: \"+02:00\"", times);
    assertThat(BoundClaim.middle(days, filter(days), NOW)).isEqualTo(times[1]);
  }

  @Test
  void one_time_is_too_few() {
    Sample one = sample("format: iso-8601", "2026-05-01T10:00:00Z", "2026-05-01T10:00:00Z");
    assertThat(BoundClaim.unasked(one, filter(one), NOW).says())
        .isEqualTo("too few different times to ask for a bound between them");
  }
}
