package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a definition names members, and what it may not mean by that in silence. */
class MemberPathTest {
  private static MemberPath next(String written) {
    String yaml = Acme.with("{kind: none}", "{kind: cursor, parameter: c, next: " + written + "}");
    Pagination.Cursor cursor = (Pagination.Cursor) Acme.resource(yaml).traversal().pagination();
    MemberPath path = cursor.next().body();
    assertThat(path).isNotNull();
    return path == null ? MemberPath.WHOLE : path;
  }

  @Test
  void names_are_joined_by_dots_and_one_that_has_a_dot_is_quoted_or_listed() {
    assertThat(next("meta.next")).isEqualTo(MemberPath.to("meta", "next"));
    assertThat(next("'\"@odata.nextLink\"'")).isEqualTo(MemberPath.to("@odata.nextLink"));
    assertThat(next("[\"@odata.nextLink\"]")).isEqualTo(MemberPath.to("@odata.nextLink"));
    assertThat(next("['a.b', c]")).isEqualTo(MemberPath.to("a.b", "c"));
    assertThat(next("'\"a.b\".c'")).isEqualTo(MemberPath.to("a.b", "c"));
    assertThat(next("{body: ['a.b']}")).isEqualTo(MemberPath.to("a.b"));
    assertThat(next("[\"$.['*']\"]")).isEqualTo(MemberPath.to("$.['*']"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a.b", "\"a.b\"", "x.\"@odata.nextLink\".y", "\"q\\\"\\\\.\"", "é n"})
  void what_is_read_is_written_again(String text) {
    assertThat(MemberPath.of(text)).hasToString(text);
    assertThat(MemberPath.of(MemberPath.of(text).toString())).isEqualTo(MemberPath.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.data[*].id | as data.id,",
        "data[0].next | as data.next,",
        "$['meta']['next'] | as meta.next,",
        ".meta.next | as meta.next,",
        "links.*.url | as links.url,",
        "meta..next | as meta.next,",
        "a. | as a,",
        "$ | as data.items,"
      })
  void signs_of_other_notations_are_refused_with_what_to_write(String text, String remedy) {
    assertThat(
            Acme.refusal(
                Acme.with("{kind: none}", "{kind: cursor, parameter: c, next: \"" + text + "\"}")))
        .startsWith(
            "acme.yaml:14: resources.deals.pagination.next.body: \"" + text + "\" is no path")
        .contains(remedy, "[\"@odata.nextLink\"]");
  }

  @Test
  void a_path_that_names_no_member_is_refused_where_a_member_is_wanted() {
    assertThat(Acme.refusal(Acme.with("id: id", "id: ''"))).contains("id: empty; name a member");
    assertThat(Acme.refusal(Acme.plus("watermark: {field: ''}"))).contains("field: empty");
    assertThat(Acme.refusal(Acme.plus("volatile: ['']"))).contains("volatile: empty");
    assertThat(Acme.refusal(Acme.plus("total: {body: []}"))).contains("name a member");
    assertThat(
            Acme.resource(Acme.with("records: data", "records: ''"))
                .answer()
                .records()
                .path()
                .isWhole())
        .isTrue();
  }

  @Test
  void several_members_make_one_id_and_none_lies_within_another() {
    RecordId id =
        Acme.resource(Acme.with("id: id", "id: [campaignId, '\"geo.code\"']")).members().id();
    assertThat(id.members())
        .containsExactly(MemberPath.to("campaignId"), MemberPath.to("geo.code"));
    assertThat(id).hasToString("campaignId and \"geo.code\"");
    assertThat(Acme.refusal(Acme.with("id: id", "id: [a, a.b]"))).contains("no two members");
    assertThat(Acme.refusal(Acme.with("id: id", "id: [a, a]"))).contains("no two members");
    assertThat(Acme.refusal(Acme.with("id: id", "id: []"))).contains("name one member");
  }

  @Test
  void an_id_of_several_members_has_no_single_read_and_no_children() {
    assertThat(Acme.refusal(Acme.with("id: id", "id: [a, b]\n    single: {path: \"/deals/{id}\"}")))
        .contains(
            "single: its path has one {id}, and the id is a and b together; leave single out");
    String parent =
        Acme.with("id: id", "id: [a, b]")
            + "  notes: {parent: deals, path: \"/deals/{parent}\", records: '', id: id,"
            + " pagination: {kind: none}, order: unordered, promote: run-start}\n";
    assertThat(Acme.refusal(parent)).contains("the id of \"deals\" is a and b together");
  }
}
