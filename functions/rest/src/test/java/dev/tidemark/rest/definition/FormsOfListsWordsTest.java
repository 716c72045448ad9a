package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A form of lists that cannot be what is declared beside it is refused with its line. */
class FormsOfListsWordsTest {
  private static String with(String records, String pagination) {
    return Acme.with("records: data", "records: " + records)
        .replace("{kind: none}", "{kind: " + pagination + "}");
  }

  @Test
  void lines_have_nothing_around_them() {
    assertThat(Acme.refusal(with("{path: data, form: lines}", "none")))
        .contains("acme.yaml:12", "records.form: lines with the path data", "write path: ''");
    assertThat(
            Acme.refusal(with("{path: '', form: lines}", "cursor, parameter: c, next: meta.next")))
        .contains("acme.yaml:11", "name a header for what leads to the next page");
    assertThat(Acme.refusal(with("{path: '', form: lines}", "none") + "    total: count\n"))
        .contains("name a header for total");
  }

  @Test
  void one_record_has_no_form_of_a_list() {
    assertThat(Acme.refusal(with("{path: data, form: keyed}", "none") + "    one: true\n"))
        .contains("one: true with records.form");
    assertThat(Acme.refusal(with("{path: data, form: map}", "none")))
        .contains("acme.yaml:12", "list, keyed, one-or-many, lines");
  }

  @Test
  void explain_says_it() {
    assertThat(
            Explanation.of(
                DefinitionReader.read(
                    "acme.yaml", with("{path: data, form: one-or-many}", "none"))))
        .contains("a list, or the record itself where there is one");
  }
}
