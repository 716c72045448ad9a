package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A second place of a time that is the first one, or none, is refused with its line. */
class OtherwiseWordsTest {
  @Test
  void it_is_another_member() {
    assertThat(Acme.refusal(Acme.plus("watermark: {field: at, otherwise: at}")))
        .contains("acme.yaml:17", "otherwise: at is field itself");
    assertThat(Acme.refusal(Acme.plus("watermark: {field: at, otherwise: \"\"}")))
        .contains("acme.yaml:17");
  }

  @Test
  void what_is_assumed_of_it_is_said() {
    String yaml = Acme.plus("watermark: {field: at, otherwise: made}", "filter: {from: since}");
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", yaml)))
        .contains("the API selects by made where at is null");
  }
}
