package dev.tidemark.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Sources;
import org.junit.jupiter.api.Test;

/** A refusal of a definition shows the line, and what in it is meant. */
class PointedTest {
  private static final String TEXT =
      """
      tidemark: 1
      source: quay
      title: Quay
      baseUrl: https://quay.example
      auth: {none: true}
      resources:
        ships: {path: /ships, records: data, id: id, pagination: {kind: none}, order: id, promote: run-start}
      """;

  private static String refusal(String yaml) {
    return Pointed.text(
        catchThrowableOfType(
            DefinitionException.class, () -> DefinitionReader.read("quay.yaml", yaml)));
  }

  @Test
  void a_key_that_is_not_known_is_pointed_at_and_the_nearest_named() {
    assertThat(refusal(TEXT.replace("title: Quay", "titel: Quay")))
        .startsWith("quay.yaml:3: titel: is not known here; did you mean \"title\"? known are")
        .endsWith("\n     3 | titel: Quay\n       | ^^^^^");
  }

  @Test
  void a_value_is_pointed_at_where_it_stands() {
    assertThat(refusal(TEXT.replace("auth: {none: true}", "auth: {none: perhaps}")))
        .endsWith("\n     5 | auth: {none: perhaps}\n       |              ^^^^^^^");
  }

  @Test
  void each_of_several_has_its_own_line_and_a_long_one_is_cut_around_the_fault() {
    String refusal =
        refusal(TEXT.replace("title: Quay", "titel: Quay").replace("run-start}", "run-strat}"));
    assertThat(refusal.lines().toList())
        .hasSize(6)
        .satisfies(lines -> {
          assertThat(lines.get(2)).isEqualTo("       | ^^^^^");
          int caret = lines.get(5).indexOf('^');
          assertThat(lines.get(5)).endsWith("^".repeat("run-strat".length()));
          assertThat(lines.get(4).substring(caret)).startsWith("run-strat");
          assertThat(lines.get(4).length()).isLessThan(120);
        });
  }

  @Test
  void characters_outside_of_the_basic_plane_and_tabs_do_not_move_the_caret() {
    String refusal = refusal(TEXT.replace("title: Quay", "title: {\"\uD83D\uDEA2\": 1}"));
    assertThat(refusal).contains("\n     3 | title: {\"\uD83D\uDEA2\": 1}\n       |        ^");
  }

  @Test
  void what_is_no_yaml_is_pointed_at() {
    assertThat(refusal(TEXT.replace("auth: {none: true}", "auth: {none: true")))
        .startsWith("quay.yaml:")
        .contains("not YAML", "\n       | ");
  }

  @Test
  void what_stands_in_no_file_is_told_without_one() {
    DefinitionException unknown =
        catchThrowableOfType(DefinitionException.class, () -> Sources.named("nowhere"));
    assertThat(Pointed.text(unknown)).isEqualTo(unknown.getMessage()).doesNotContain("^");
  }
}
