package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The document of a completed resource as the contract describes it, and its manifest beside it.
 */
final class Documents {
  private static final List<String> TEXTS =
      List.of("connection", "resource", "run", "mode", "outcome", "manifest");
  private static final List<String> NUMBERS =
      List.of(
          "schema",
          "legs",
          "pages",
          "records",
          "deletes",
          "duplicates",
          "rejected",
          "batches",
          "bytes",
          "apiCalls",
          "throttled",
          "elapsedMs");

  private Documents() {}

  /** Compares both; everything that they say of the same thing is the same. */
  static void check(JsonNode document, JsonNode manifest) {
    TEXTS.forEach(member -> assertThat(document.path(member).isTextual()).as(member).isTrue());
    NUMBERS.forEach(
        member -> assertThat(document.path(member).isIntegralNumber()).as(member).isTrue());
    for (String nothing : List.of("reason", "requestId")) {
      assertThat(document.has(nothing)).as(nothing).isTrue();
      assertThat(document.path(nothing).isNull()).as(nothing).isTrue();
    }
    assertThat(document.path("schema").asInt()).isEqualTo(1);
    assertThat(document.path("outcome").asText()).isEqualTo("completed");
    assertThat(document.path("legs").asInt()).isPositive();
    assertThat(document.path("elapsedMs").asLong()).isPositive();
    checkpoint(document.path("checkpoint"), manifest.path("checkpoint"));
    for (String same :
        List.of(
            "schema",
            "connection",
            "resource",
            "run",
            "mode",
            "records",
            "deletes",
            "rejected",
            "apiCalls")) {
      assertThat(manifest.path(same)).as(same).isEqualTo(document.path(same));
    }
    assertThat(document.path("manifest").asText())
        .isEqualTo(
            "manifests/%s/%s/%s.json"
                .formatted(
                    document.path("connection").asText(),
                    document.path("resource").asText(),
                    document.path("run").asText()));
    assertThat(manifest.path("bounds").path("from").isNull()).isTrue();
    assertThat(manifest.path("bounds").path("until").isNull()).isTrue();
    assertThat(manifest.path("completedAt").asText())
        .isGreaterThanOrEqualTo(manifest.path("startedAt").asText());
    sums(document, manifest.path("objects"));
  }

  private static void checkpoint(JsonNode said, JsonNode published) {
    assertThat(said).isEqualTo(published);
    assertThat(said.path("watermark").asText()).startsWith("2026-");
    assertThat(said.path("cursor").isNull()).isTrue();
  }

  private static void sums(JsonNode document, JsonNode objects) {
    long records = 0;
    long bytes = 0;
    for (JsonNode object : objects) {
      records += object.path("records").asLong();
      bytes += object.path("bytes").asLong();
    }
    assertThat(document.path("records").asLong()).isEqualTo(records);
    assertThat(document.path("bytes").asLong()).isEqualTo(bytes);
    assertThat(document.path("batches").asInt()).isEqualTo(objects.size());
  }
}
