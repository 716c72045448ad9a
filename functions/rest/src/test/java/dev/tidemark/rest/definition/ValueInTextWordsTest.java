package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text without a place for its value, or with two, is refused with its line. */
class ValueInTextWordsTest {
  private static String filtered(String text) {
    return Acme.plus(
        "watermark: {field: at}", "filter: {from: {query: q, text: \"" + text + "\"}}");
  }

  @Test
  void a_text_holds_its_value_exactly_once() {
    assertThat(Acme.refusal(filtered("at ge")))
        .contains("acme.yaml:18", "\"at ge\" must hold {} exactly once, where the value goes");
    assertThat(Acme.refusal(filtered("a > {} or b > {}"))).contains("exactly once");
    assertThat(Acme.refusal(filtered("{}"))).contains("leave text out");
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", filtered("at ge {}"))))
        .contains("asks for q \"at ge {}\"");
  }

  @Test
  void two_texts_do_not_share_a_parameter() {
    assertThat(Acme.refusal(filtered("at ge {}") + "    parameters: {q: \"kind:deal\"}\n"))
        .contains("resources.deals", "parameter q is sent for something else already");
  }

  @Test
  void what_was_sent_gives_its_value_back() {
    Parameter parameter = new Parameter("q", null, null, "at>'{}'");
    assertThat(parameter.inside(parameter.around("now"))).isEqualTo("now");
    assertThat(parameter.inside("at>'")).isNull();
    assertThat(parameter.inside("by>'now'")).isNull();
    assertThat(parameter.holds("a-Z09+/=: ")).isTrue();
    assertThat(parameter.holds("a'b")).isFalse();
    assertThat(parameter.holds("a\\b")).isFalse();
  }
}
