package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Words for requests that cannot be what is declared beside them are refused with their line. */
class OddRequestsWordsTest {
  private static String paged(String pagination) {
    return Acme.with("{kind: none}", pagination);
  }

  private static String child(String path, String parameters) {
    return child(path, parameters, null);
  }

  private static String child(String path, String parameters, @Nullable String parentId) {
    return Acme.TEXT.replace("order: id", "order: unordered")
        + """
          notes:
            parent: deals
            path: %s
            parameters: %s
            records: data
            id: id
            pagination: {kind: none}
            order: unordered
            promote: run-start
        """
            .formatted(path, parameters)
        + (parentId == null ? "" : "    parentId: " + parentId + "\n");
  }

  @Test
  void a_link_stands_in_the_body_and_has_two_members() {
    assertThat(Acme.refusal(paged("{kind: next-url, next: {header: X}, link: {}}")))
        .contains("acme.yaml:14", "take kind: link-header");
    assertThat(Acme.refusal(paged("{kind: next-url, next: l, link: {member: href}}")))
        .contains("acme.yaml:14", "two members of a link");
    assertThat(Acme.refusal(paged("{kind: next-url, next: l, link: {}, endValues: \"false\"}")))
        .contains("leave endValues out");
    assertThat(
            Explanation.of(
                DefinitionReader.read("acme.yaml", paged("{kind: next-url, next: l, link: {}}"))))
        .contains("at l, the href of the link whose rel is next");
  }

  @Test
  void an_array_stands_in_a_json_body() {
    assertThat(Acme.refusal(paged("{kind: last-record, parameter: a, field: sort, array: true}")))
        .contains("acme.yaml:14", "write parameter: {body: search_after} and method: post");
    assertThat(
            Acme.refusal(
                paged("{kind: last-record, parameter: {body: a}, field: s, array: true}")
                    + "    method: post\n    bodyForm: form\n"))
        .contains("a form holds no array");
  }

  @Test
  void a_form_is_posted_and_flat() {
    assertThat(Acme.refusal(Acme.plus("bodyForm: form"))).contains("write method: post");
    assertThat(Acme.refusal(Acme.plus("method: post", "bodyForm: form", "body: {a: {b: 1}}")))
        .contains("resources.deals", "body: a is no single value");
    assertThat(
            Acme.refusal(
                Acme.plus(
                    "method: post",
                    "bodyForm: form",
                    "pageSize: {parameter: {body: a.b}, ask: 1, max: 2}")))
        .contains("a form has no members below others");
  }

  @Test
  void a_parent_stands_in_the_path_or_in_a_parameter_that_its_children_bear_out() {
    Resource notes =
        DefinitionReader.read(
                "acme.yaml", child("/notes", "{filter: \"deal eq '{parent}'\"}", "deal_id"))
            .resource("notes");
    assertThat(notes.ofParent("a b").request().parameters())
        .containsEntry("filter", "deal eq 'a b'");
    assertThat(notes.ofParent("a b").request().path()).isEqualTo("/notes");
    assertThatThrownBy(() -> notes.ofParent("a' or '"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("holds a quote");
    assertThat(Acme.refusal(child("/notes", "{deal: \"{parent}\"}")))
        .contains("resources.notes", "without parentId", "as parentId: deal_id");
    assertThat(Acme.refusal(child("/notes", "{q: x}")))
        .contains("must hold {parent} exactly once, or one value of parameters must");
    assertThat(Acme.refusal(child("/{parent}/notes", "{q: \"{parent}\"}", "deal_id")))
        .contains("stands more than once in path and parameters");
    assertThat(Acme.refusal(Acme.plus("parentId: deal_id")))
        .contains("resources.deals", "parentId without parent");
  }

  @Test
  void the_id_of_one_record_stands_elsewhere_only_where_it_proves() {
    String single = "single: {path: \"/deals/{id}\", id: key%s}";
    assertThat(Acme.refusal(Acme.plus(single.formatted(""))))
        .contains("acme.yaml:17", "single", "write proves: true beside it");
    assertThat(Acme.resource(Acme.plus(single.formatted(", proves: true"))).readsAlone()).isFalse();
  }
}
