package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShorthandTest {
  private static Pagination.Cursor cursor(String parameter, String next, String more) {
    String pagination =
        "{kind: cursor, parameter: " + parameter + ", next: " + next + ", more: " + more + "}";
    return (Pagination.Cursor)
        Acme.resource(Acme.with("{kind: none}", pagination)).traversal().pagination();
  }

  @Test
  void of_a_plain_text_means_the_same_as_written_out() {
    assertThat(cursor("c", "a.b", "m"))
        .isEqualTo(cursor("{query: c}", "{body: a.b}", "{body: m, means: more}"));
    assertThat(cursor("{header: X-C}", "{header: X-N}", "m").next().header()).isEqualTo("X-N");
  }

  @Test
  void of_one_text_is_a_list_of_it() {
    assertThat(Acme.resource(Acme.plus("deleted: {field: a, equals: x}")).members().deleted())
        .isEqualTo(new Tombstone(MemberPath.of("a"), List.of("x"), false));
    assertThat(
            Acme.resource(Acme.plus("deleted: {field: a, equals: [x, \"true\"]}"))
                .members()
                .deleted())
        .isEqualTo(new Tombstone(MemberPath.of("a"), List.of("x", "true"), false));
  }

  @Test
  void is_held_to_the_same_strictness() {
    assertThat(Acme.refusal(Acme.with("{kind: none}", "{kind: cursor, parameter: [c], next: n}")))
        .startsWith("acme.yaml:14: resources.deals.pagination.parameter: is a map");
    assertThat(Acme.refusal(Acme.with("{kind: none}", "{kind: cursor, parameter: , next: n}")))
        .startsWith("acme.yaml:14: resources.deals.pagination.parameter.query: needs a text");
    assertThat(Acme.refusal(Acme.plus("deleted: {field: a, equals: {b: c}}")))
        .contains("equals: is a list");
  }

  @Test
  void keeps_a_body_as_the_json_that_it_looks_like() {
    Resource resource =
        Acme.resource(
            Acme.plus(
                "method: post",
                "body: {a: [1, 2.50, true, null, \"1\", text], b: {c: {d: 9007199254740993}}}"));
    assertThat(resource.request().sent().body().toString())
        .isEqualTo("{a=[1,2.50,true,null,\"1\",\"text\"], b={\"c\":{\"d\":9007199254740993}}}");
    assertThat(Acme.refusal(Acme.plus("method: post", "body: {a: .inf}"))).contains("quote it");
    assertThat(Acme.refusal(Acme.plus("method: post", "body: {a: &x 1}"))).contains("anchors");
    assertThat(Acme.refusal(Acme.plus("method: post", "body: {a: 1, a: 2}"))).contains("twice");
  }
}
