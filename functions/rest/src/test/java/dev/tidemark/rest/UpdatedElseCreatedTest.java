package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time of a record that was never edited is that of its creation. */
class UpdatedElseCreatedTest {
  private static final Definition DEFINITION =
      AnyApi.definition(
          "pagination: {kind: none}",
          "watermark: {field: updated_at, otherwise: created_at}",
          "order: watermark-ascending",
          "promote: max-seen",
          "filter: {from: since}");

  private static LegOutcome.Completed landed(String record) throws InterruptedException {
    QueryApi api = new QueryApi(_ -> new QueryApi.Reply(200, "{\"data\":[" + record + "]}"));
    return (LegOutcome.Completed) new Landing(DEFINITION, "all", api).run();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"id\":1,\"updated_at\":null,\"created_at\":\"2026-05-01\"}', 2026-05-01",
    "'{\"id\":1,\"created_at\":\"2026-05-01\"}', 2026-05-01",
    "'{\"created_at\":\"2026-05-01\",\"id\":1,\"updated_at\":\"2026-06-01\"}', 2026-06-01"
  })
  void the_first_that_is_there_counts(String record, String raw) throws InterruptedException {
    Definition utc =
        AnyApi.definition(
            "pagination: {kind: none}",
            "watermark: {field: updated_at, otherwise: created_at, zone: UTC}",
            "order: watermark-ascending",
            "promote: max-seen",
            "filter: {from: since}");
    QueryApi api = new QueryApi(_ -> new QueryApi.Reply(200, "{\"data\":[" + record + "]}"));
    LegOutcome.Completed run = (LegOutcome.Completed) new Landing(utc, "all", api).run();
    Watermark high =
        Objects.requireNonNull(run.manifest().seal().progress().walk().sight().highWater());
    assertThat(high.raw()).isEqualTo(raw);
  }

  @Test
  void one_that_cannot_be_read_is_not_replaced_by_the_other() throws InterruptedException {
    LegOutcome outcome =
        new Landing(
                DEFINITION,
                "all",
                new QueryApi(_ ->
                    new QueryApi.Reply(
                        200,
                        "{\"data\":[{\"id\":1,\"updated_at\":\"soon\","
                            + "\"created_at\":\"2026-05-01T00:00:00Z\"}]}")))
            .run();
    assertThat(Landing.failure(outcome)).contains("soon");
  }

  @Test
  void neither_is_no_time() throws InterruptedException {
    assertThat(
            landed("{\"id\":1,\"updated_at\":null}")
                .manifest()
                .seal()
                .progress()
                .tally()
                .times()
                .undated())
        .isEqualTo(1);
  }
}
