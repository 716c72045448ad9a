package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is told all that is wrong with it, and a slip is told as the slip that it is. */
class ProblemsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "records: data | record: data | 12 | resources.deals.record | records",
        "path: /deals | paths: /deals | 11 | resources.deals.paths | path",
        "order: id | odrer: id | 15 | resources.deals.odrer | order",
        "promote: run-start | Promote: run-start | 16 | resources.deals.Promote | promote",
        "source: acme | src: acme | 3 | src | source",
        "resources: | resource: | 9 | resource | resources"
      })
  void a_misspelt_key_is_told_in_its_line_and_nothing_is_missing_besides(
      String right, String wrong, int line, String path, String meant) {
    String refusal = Acme.refusal(Acme.with(right, wrong));
    if (!meant.equals("source")) {
      assertThat(refusal)
          .startsWith(
              "acme.yaml:" + line + ": " + path + ": is not known here; did you mean \"" + meant)
          .doesNotContain("is missing");
    } else {
      assertThat(refusal.lines())
          .hasSize(2)
          .first()
          .asString()
          .startsWith("acme.yaml:3: src: is not known here; known are");
    }
  }

  @Test
  void a_key_in_the_spelling_of_another_language_is_recognised() {
    assertThat(Acme.refusal(Acme.plus("page_size: {parameter: n, ask: 1, max: 2}")))
        .contains("page_size: is not known here; did you mean \"pageSize\"?");
    assertThat(Acme.refusal(Acme.plus("watermark: {field: at, fromat: iso-8601}")))
        .contains("fromat: is not known here; did you mean \"format\"? known are field, format");
    assertThat(Acme.refusal(Acme.with("{kind: none}", "{kind: next-url, nxt: a}")))
        .isEqualTo(
            "acme.yaml:14: resources.deals.pagination.nxt: is not known here; did you mean"
                + " \"next\"? known are next, more, absentEnds, endValues, upgradeHttp, link");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_unknown_keys_first_then_by_line() {
    String yaml =
        Acme.TEXT
            .replace("title: Acme\n", "")
            .replace("order: id", "order: newest")
            .replace("promote: run-start", "promote: run-start\n    colour: red\n    lookback: 5\n")
            .replace("apiKey: {prefix", "apiKey: {perfix");
    List<String> lines = Acme.refusal(yaml).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("acme.yaml:7: auth.apiKey.perfix: is not known here; did");
    assertThat(lines.get(1)).startsWith("acme.yaml:16: resources.deals.colour: is not known here");
    assertThat(lines.get(2)).startsWith("acme.yaml:2: title: is missing");
    assertThat(lines.get(3)).startsWith("acme.yaml:14: resources.deals.order: \"newest\"");
    assertThat(lines.get(4)).startsWith("acme.yaml:17: resources.deals.lookback:");
  }

  @Test
  void what_is_wrong_in_the_defaults_is_told_once() {
    String yaml =
        Acme.with("resources:\n", "defaults: {lookbak: 1m, schema: x}\nresources:\n")
            + "  others: {path: /o, records: d, id: id, pagination: {kind: none}, order: id,"
            + " promote: run-start}\n";
    assertThat(Acme.refusal(yaml).lines().toList())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("acme.yaml:9: resources.deals."));
  }

  @Test
  void no_more_than_twenty_are_told() {
    StringBuilder yaml = new StringBuilder(Acme.TEXT);
    for (int i = 0; i < 25; i++) {
      yaml.append("    zzzzzzzz").append(i).append(": 1\n");
    }
    assertThat(Acme.refusal(yaml.toString()).lines().toList())
        .hasSize(21)
        .last()
        .isEqualTo("and 5 more");
  }

  @Test
  void a_zone_is_utc_or_an_offset_and_never_a_region() {
    assertThat(Acme.refusal(Acme.plus("watermark: {field: at, zone: Europe/Berlin}")))
        .contains("\"Europe/Berlin\" is a region, whose clocks may go back", "such as +02:00");
    assertThat(Acme.refusal(Acme.plus("watermark: {field: at, zone: Mars}")))
        .contains("\"Mars\" is no zone; write UTC");
    assertThat(Acme.refusal(Acme.plus("watermark: {field: at, format: iso-8601-local}")))
        .contains("format: iso-8601-local has no offset: write the zone that the API means");
    assertThat(Acme.refusal(Acme.plus("watermark: {field: at}", "filter: {from: a, format: date}")))
        .contains("format: date has no offset");
  }
}
