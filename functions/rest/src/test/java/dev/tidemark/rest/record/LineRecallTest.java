package dev.tidemark.rest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.watermark.VersionKind;
import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineRecallTest {
  private static final Definition ACME =
      DefinitionReader.read(
          "acme.yaml",
          """
          tidemark: 1
          source: acme
          title: Acme
          baseUrl: https://api.acme.example
          auth: {apiKey: {}}
          defaults: {records: data, promote: run-start, order: unordered, pagination: {kind: none}}
          resources:
            plain: {path: /plain, id: id, version: {field: v}}
            counted: {path: /counted, id: id, version: {field: v, type: integer}}
            nested: {path: /nested, id: meta.key.id}
            several: {path: /several, id: [a, b]}
            stamped:
              path: /stamped
              id: id
              version: {field: t}
              watermark: {field: t, format: epoch-seconds}
            only: {parent: plain, path: "/plain/{parent}/only", id: id, one: true}
            inner: {parent: plain, path: "/plain/{parent}/inner", id: id}
          """);

  private static PublishedLine recall(Resource resource, String record, String tail) {
    String line =
        record.substring(0, record.length() - 1)
            + ",\"_tidemark\":{\"run\":\"20261122T030000Z-abcdefghij\",\"batch\":7,"
            + "\"fetchedAt\":\"2026-11-22T03:00:00.000Z\","
            + tail
            + "}}";
    return new LineRecall(resource).of(line.getBytes(StandardCharsets.UTF_8));
  }

  private static PublishedLine plain(String record) {
    return recall(ACME.resource("plain"), record, "\"op\":\"upsert\",\"version\":null");
  }

  private static String text(PublishedLine line) {
    return new String(line.tombstone(), StandardCharsets.UTF_8);
  }

  @Test
  void a_line_is_taken_apart() {
    PublishedLine line =
        recall(
            ACME.resource("plain"),
            "{\"id\":5,\"v\":\"2026-01-01T00:00:00Z\"}",
            "\"op\":\"delete\",\"version\":\"2026-01-01T00:00:00Z\"");
    assertThat(line.identity()).isEqualTo("5");
    assertThat(line.id()).isEqualTo("5");
    assertThat(line.landed().parent()).isNull();
    assertThat(line.landed().fetchedAt()).isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
    assertThat(line.landed().run()).isEqualTo("20261122T030000Z-abcdefghij");
    assertThat(line.landed().batch()).isEqualTo(7);
    assertThat(line.landed().deleted()).isTrue();
    assertThat(line.landed().generation()).isZero();
  }

  @Test
  void a_line_of_a_record_without_any_member_is_one_of_its_parent() {
    PublishedLine line =
        new LineRecall(ACME.resource("only"))
            .of(
                ("{\"_tidemark\":{\"run\":\"20261122T030000Z-abcdefghij\",\"batch\":7,"
                        + "\"fetchedAt\":\"2026-11-22T03:00:00.000Z\",\"op\":\"upsert\","
                        + "\"version\":null,\"parent\":\"p\"}}")
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(line.identity()).isEqualTo("\"p\"");
    assertThat(text(line)).isEqualTo("{\"id\":\"p\"}");
  }

  @Test
  void a_line_above_the_first_generation_says_so() {
    String tail = "\"op\":\"upsert\",\"version\":5,\"parent\":\"p\",\"generation\":12";
    PublishedLine line = recall(ACME.resource("inner"), "{\"id\":5}", tail);
    assertThat(line.landed().generation()).isEqualTo(12);
    assertThat(line.landed().parent()).isEqualTo("\"p\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\0',
      value = {
        "12345678901234567890 12345678901234567890",
        "-7 -7",
        "\"a\\\"b\" a\"b",
        "\"a\\\\\" a\\",
        "\"\\u00e9\" \u00e9",
        "\"],}\" ],}",
        "\"{\\\"id\\\":1}\" {\"id\":1}",
        "\"\\ud83c\\udf0a\" \uD83C\uDF0A"
      })
  void an_id_is_recalled_as_it_was_and_as_a_person_writes_it(String json, String written) {
    PublishedLine line = plain("{\"x\":{\"id\":1},\"id\":" + json + "}");
    assertThat(line.identity()).isEqualTo(json);
    assertThat(line.id()).isEqualTo(written);
    assertThat(text(line)).isEqualTo("{\"id\":" + json + "}");
  }

  @Test
  void an_id_has_one_spelling_however_it_was_escaped() {
    assertThat(plain("{\"id\":\"\u00e9\"}").identity()).isEqualTo("\"\\u00e9\"");
    assertThat(plain("{\"id\":\"\\u00e9\"}").identity()).isEqualTo("\"\\u00e9\"");
  }

  @Test
  void an_id_below_others_is_recalled_with_its_path() {
    PublishedLine line =
        recall(
            ACME.resource("nested"),
            "{\"id\":1,\"meta\":{\"id\":2,\"key\":{\"id\":\"k\"}},\"key\":{\"id\":3}}",
            "\"op\":\"upsert\",\"version\":null");
    assertThat(line.identity()).isEqualTo("\"k\"");
    assertThat(text(line)).isEqualTo("{\"meta\":{\"key\":{\"id\":\"k\"}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":5,\"_tidemark\":{\"run\":\"forged\",\"op\":\"delete\"}}",
        "{\"_tidemark\":{\"run\":\"forged\"},\"id\":5}",
        "{\"id\":5,\"text\":\"x\\\",\\\"_tidemark\\\":{\\\"op\\\":\\\"delete\\\"}}\"}",
        "{\"id\":5,\"text\":\",_tidemark:{\"}",
        "{\"id\":5,\"deep\":[{\"a\":1,\"_tidemark\":{}}]}"
      })
  void a_record_may_have_a_member_of_our_name_and_ours_is_the_last(String record) {
    PublishedLine line = plain(record);
    assertThat(line.identity()).isEqualTo("5");
    assertThat(line.landed().run()).isEqualTo("20261122T030000Z-abcdefghij");
    assertThat(line.landed().deleted()).isFalse();
  }

  @Nested
  class AVersion {
    private long rank(String resource, String version) {
      return recall(
              ACME.resource(resource), "{\"id\":5}", "\"op\":\"upsert\",\"version\":" + version)
          .rank();
    }

    @Test
    void is_ranked_by_its_type_and_never_as_text() {
      assertThat(rank("counted", "9")).isLessThan(rank("counted", "10"));
      assertThat(rank("counted", "9007199254740993"))
          .isGreaterThan(rank("counted", "9007199254740992"));
      assertThat(rank("counted", "12345678901234567890"))
          .isGreaterThan(rank("counted", "999999999999999999"))
          .matches(VersionRank::saturated);
      assertThat(rank("counted", "\"9\"")).isEqualTo(9);
      assertThat(rank("plain", "\"2026-01-01T00:00:00.5Z\""))
          .isGreaterThan(rank("plain", "\"2026-01-01T00:00:00Z\""));
      assertThat(rank("plain", "\"2026-01-01T01:00:00+01:00\""))
          .isEqualTo(rank("plain", "\"2026-01-01T00:00:00Z\""));
    }

    @ParameterizedTest
    @CsvSource({"plain, null", "counted, null", "plain, '\"soon\"'", "counted, '\"many\"'"})
    void that_is_none_is_lowest(String resource, String version) {
      assertThat(rank(resource, version)).isEqualTo(VersionRank.NONE);
    }

    @Test
    void may_be_as_long_as_it_likes() {
      String version = "\"" + "\\\\x".repeat(20_000) + "\"";
      PublishedLine line =
          recall(ACME.resource("plain"), "{\"id\":5}", "\"op\":\"upsert\",\"version\":" + version);
      assertThat(line.landed().version()).isEqualTo(version);
    }
  }

  @Nested
  class AChild {
    private static final String OF_9 = "\"op\":\"upsert\",\"version\":null,\"parent\":9";

    @Test
    void is_named_by_its_parent_and_by_itself() {
      PublishedLine line = recall(ACME.resource("inner"), "{\"id\":\"c\"}", OF_9);
      assertThat(line.identity()).isEqualTo("9/\"c\"");
      assertThat(line.id()).as("as the list of its parent gives it").isEqualTo("\"c\"");
      assertThat(line.landed().parent()).isEqualTo("9");
      assertThat(text(line)).isEqualTo("{\"id\":\"c\"}");
    }

    @Test
    void may_have_a_parent_with_quotes_in_its_name() {
      PublishedLine line =
          recall(
              ACME.resource("inner"),
              "{\"id\":1}",
              "\"op\":\"upsert\",\"version\":\"a,\\\"parent\\\":1\",\"parent\":\"p\\\"}}\"");
      assertThat(line.landed().parent()).isEqualTo("\"p\\\"}}\"");
      assertThat(line.landed().version()).isEqualTo("\"a,\\\"parent\\\":1\"");
    }

    @Test
    void that_is_the_only_one_is_named_by_its_parent_alone() {
      PublishedLine line =
          recall(
              Sources.builtIn("lev").resource("deal_financials"),
              "{\"id\":77,\"deal_id\":9}",
              OF_9);
      assertThat(line.identity()).isEqualTo("9");
      assertThat(line.id()).isEmpty();
      assertThat(text(line)).isEqualTo("{\"id\":9}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"id\":5}",
        "{\"id\":5,\"_tidemark\":{}}",
        "{\"id\":5,\"_tidemark\":{\"run\":\"r\",\"batch\":1,\"fetchedAt\":\"x\",\"op\":\"gone\"}}"
      })
  void what_is_no_line_is_told(String line) {
    assertThatThrownBy(
            () -> new LineRecall(ACME.resource("plain")).of(line.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a published line");
  }

  @Test
  void a_line_without_an_id_is_told() {
    assertThatThrownBy(() -> plain("{\"x\":1}")).hasMessageContaining("has no id");
  }

  @ParameterizedTest
  @CsvSource({"plain, INSTANT", "counted, INTEGER", "stamped, NUMBER", "nested, NONE"})
  void a_manifest_says_as_what_versions_are_compared(String resource, VersionKind kind) {
    assertThat(new VersionText(ACME.resource(resource)).kind()).isEqualTo(kind);
  }

  /** As an operator writes them: without the quotes by which JSON tells a text from a number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "plain;{\"id\":\"a \\u00e4\"};null;a ä",
        "plain;{\"id\":12345678901234567890};null;12345678901234567890",
        "inner;{\"id\":7};null,\"parent\":\"p\";p/7",
        "only;{\"n\":7};null,\"parent\":\"p\";p",
        "several;{\"a\":1,\"b\":\"x\"};null;[1,\"x\"]"
      })
  void an_identity_is_shown_as_it_is_asked_for(
      String resource, String record, String tail, String shown) {
    LandedLine line =
        recall(ACME.resource(resource), record, "\"op\":\"upsert\",\"version\":" + tail).landed();
    assertThat(new LineRecall(ACME.resource(resource)).shown(line)).isEqualTo(shown);
  }
}
