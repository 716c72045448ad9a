package dev.tidemark.simulators.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NastyTest {
  private static final Instant TIME = Instant.parse("2026-05-01T10:00:00Z");
  private static final ObjectMapper JACKSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(Nasty.class)
  void every_kind_is_legal_json_before_and_after_compacting(Nasty kind) throws Exception {
    Json json = spoilt(kind);
    assertThat(JACKSON.readTree(json.toString()).get("id").asInt()).isEqualTo(7);
    assertThat(JACKSON.readTree(json.compact().toString()))
        .isEqualTo(JACKSON.readTree(json.toString()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Nasty.class,
      names = {"FUTURE_TIME", "MILLIS", "MICROS", "NANOS", "OFFSET"})
  void what_is_stored_is_what_is_printed(Nasty kind) throws Exception {
    Draft draft = draft();
    kind.spoil(draft);
    JsonNode printed = JACKSON.readTree(draft.json().toString()).get("updated_at");
    assertThat(Instant.parse(printed.asText())).isEqualTo(draft.updatedAt());
  }

  @Test
  void the_bytes_are_as_nasty_as_they_are_meant_to_be() {
    assertThat(spoilt(Nasty.DUPLICATE_KEYS).toString()).contains("\"twin\":\"first\",\"twin\":");
    assertThat(spoilt(Nasty.BIG_INTEGERS).toString()).contains(":12345678901234567890,");
    assertThat(spoilt(Nasty.NEGATIVE_ZERO).toString()).contains(":-0,");
    assertThat(spoilt(Nasty.HUGE_EXPONENT).toString()).contains(":1E400,");
    assertThat(spoilt(Nasty.TRAILING_ZEROS).toString()).contains(":1.0,");
    assertThat(spoilt(Nasty.ESCAPES).toString()).contains("\\u0000\\ud800 ").contains("\\/");
    assertThat(spoilt(Nasty.EMOJI).toString()).contains("\uD83D\uDC18");
    assertThat(spoilt(Nasty.EMPTY_KEY).toString()).contains("\"\":\"\"");
    assertThat(spoilt(Nasty.RESERVED_KEY).toString()).contains("\"_tidemark\":{");
    assertThat(spoilt(Nasty.NESTED_ID).toString()).startsWith("{\"shadow\":{\"id\":-1");
    assertThat(spoilt(Nasty.DEEP).toString()).contains("[{\"d\":".repeat(100));
    assertThat(spoilt(Nasty.LONG).length()).isGreaterThan(100 * 1024);
    assertThat(spoilt(Nasty.PRETTY).toString()).contains("\n").isNotEqualTo(compacted());
    assertThat(spoilt(Nasty.NULL_TIME).raw("updated_at")).isEqualTo("null");
    assertThat(spoilt(Nasty.ABSENT_TIME).raw("updated_at")).isNull();
    assertThat(spoilt(Nasty.NANOS).raw("updated_at"))
        .isEqualTo("\"2026-05-01T10:00:00.123456780Z\"");
    assertThat(spoilt(Nasty.OFFSET).raw("updated_at")).isEqualTo("\"2026-05-01T10:00:00+00:00\"");
  }

  private static String compacted() {
    return spoilt(Nasty.PRETTY).compact().toString();
  }

  private static Json spoilt(Nasty kind) {
    Draft draft = draft();
    kind.spoil(draft);
    return draft.json();
  }

  private static Draft draft() {
    return new Draft()
        .number("id", 7)
        .text("updated_at", TIME.toString())
        .stamp(TIME, '"' + TIME.toString() + '"');
  }
}
