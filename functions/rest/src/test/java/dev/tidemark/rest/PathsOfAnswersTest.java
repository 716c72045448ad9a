package dev.tidemark.rest;

import static dev.tidemark.rest.standin.AnyApi.definition;
import static dev.tidemark.rest.standin.AnyApi.desk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A path that cannot lead to what it is meant for is an error, never an end. */
class PathsOfAnswersTest {
  private static final String ODATA = "{\"data\":[{\"id\":%d},{\"id\":%d},{\"id\":%d}]%s}";

  private static Definition url(String next) {
    return definition("pagination: {kind: next-url, next: " + next + ", absentEnds: true}");
  }

  private static String reason(Definition definition, String answer) throws Exception {
    try (Desk desk = desk(definition, new CannedTransport().then(200, answer))) {
      PageOutcome outcome = desk.first();
      assertThat(outcome).isInstanceOf(Refused.class);
      return outcome instanceof Refused refused ? refused.reason() : "";
    }
  }

  private static Delivered page(Definition definition, String answer) throws Exception {
    try (Desk desk = desk(definition, new CannedTransport().then(200, answer))) {
      PageOutcome outcome = desk.first();
      assertThat(outcome).isInstanceOf(Delivered.class);
      return (Delivered) outcome;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[\"@odata.nextLink\"]", "'''\"@odata.nextLink\"'''"})
  void a_member_whose_name_has_a_dot_leads_through_all_pages(String next) throws Exception {
    String link = ",\"@odata.nextLink\":\"https://api.acme.example/all?skip=%d\"";
    CannedTransport api =
        new CannedTransport()
            .then(200, ODATA.formatted(1, 2, 3, link.formatted(3)))
            .then(200, ODATA.formatted(4, 5, 6, link.formatted(6)))
            .then(200, ODATA.formatted(7, 8, 9, ""));
    try (Desk desk = desk(url(next), api)) {
      @Nullable String cursor = null;
      List<String> cursors = new ArrayList<>();
      do {
        PageOutcome outcome = cursor == null ? desk.first() : desk.next(cursor);
        assertThat(outcome).isInstanceOf(Delivered.class);
        cursor = outcome instanceof Delivered delivered ? delivered.next() : null;
        cursors.add(String.valueOf(cursor));
      } while (cursor != null);
      assertThat(cursors).containsExactly("/all?skip=3", "/all?skip=6", "null");
      assertThat(desk.taken().records()).hasSize(9);
    }
  }

  @Test
  void a_name_that_was_taken_for_a_path_is_an_error_and_not_the_last_page() throws Exception {
    assertThat(
            reason(
                url("\"@odata.nextLink\""),
                ODATA.formatted(1, 2, 3, ",\"@odata.nextLink\":\"/all?skip=3\"")))
        .isEqualTo(
            "https://api.acme.example/all: the answer has a member named \"@odata.nextLink\"; write"
                + " the path as [\"@odata.nextLink\"] instead of @odata.nextLink");
    assertThat(
            reason(
                url("meta.next.page"),
                "{\"data\":[{\"id\":1}],\"meta\":{\"next.page\":\"/all?p=2\"}}"))
        .contains("write the path as [\"meta\", \"next.page\"] instead of meta.next.page");
  }

  @Test
  void a_path_that_was_met_may_have_a_member_of_its_text_beside_it() throws Exception {
    assertThat(
            page(
                    url("links.next"),
                    "{\"data\":[],\"links.next\":\"odd\",\"links\":{\"next\":\"/all?p=2\"}}")
                .next())
        .isEqualTo("/all?p=2");
    assertThat(page(url("links.next"), "{\"data\":[],\"links\":{}}").next()).isNull();
  }

  @Test
  void an_array_on_the_way_is_an_error_and_an_empty_one_is_nothing() throws Exception {
    assertThat(
            reason(
                url("link.url"),
                "{\"data\":[{\"id\":1}],\"link\":[{\"relation\":\"next\",\"url\":\"/all?p=2\"}]}"))
        .isEqualTo(
            "https://api.acme.example/all: the answer's link is an array, and the path link.url"
                + " leads through objects only; name a member that stands outside of arrays");
    assertThat(page(url("link.url"), "{\"data\":[],\"link\":[]}").next()).isNull();
    assertThat(reason(url("link.url"), "[{\"id\":1}]"))
        .contains("the answer is an array, and the path data leads through objects only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: a.b | {\"a.b\":1}",
        "watermark: {field: a.b} | {\"id\":1,\"a.b\":\"2026-01-01T00:00:00Z\"}",
        "version: {field: a.b} | {\"id\":1,\"a.b\":\"2026-01-01T00:00:00Z\"}",
        "deleted: {field: a.b, equals: x} | {\"id\":1,\"a.b\":\"x\"}",
        "volatile: [a.b] | {\"id\":1,\"a.b\":7}"
      })
  void a_name_in_a_record_that_was_taken_for_a_path_is_an_error_too(String member, String record)
      throws Exception {
    Definition definition =
        member.startsWith("id:")
            ? dev.tidemark.rest.definition.DefinitionReader.read(
                "acme.yaml",
                """
                tidemark: 1
                source: acme
                title: Acme
                baseUrl: https://api.acme.example
                auth: {apiKey: {}, clientCredentials: {path: /token}}
                resources:
                  all: {path: /all, records: data, %s, order: id, promote: run-start, pagination: {kind: none}}
                """
                    .formatted(member))
            : definition("pagination: {kind: none}", member);
    assertThat(reason(definition, "{\"data\":[" + record + "]}"))
        .endsWith(
            "a record has a member named \"a.b\"; write the path as '\"a.b\"' instead of a.b");
  }

  @Test
  void a_record_that_could_not_say_that_it_is_gone_is_an_error() throws Exception {
    Definition definition =
        definition("pagination: {kind: none}", "deleted: {field: log.state, equals: gone}");
    assertThat(reason(definition, "{\"data\":[{\"id\":1,\"log\":[{\"state\":\"gone\"},[1]]}]}"))
        .endsWith(
            "a record's log is an array, and the path log.state leads through objects only;"
                + " name a member that stands outside of arrays");
    assertThat(page(definition, "{\"data\":[{\"id\":1,\"log\":[]},{\"log\":[ ],\"id\":2}]}").next())
        .isNull();
  }

  @Test
  void an_answer_without_the_list_is_an_empty_page_where_that_is_declared() throws Exception {
    Definition declared =
        definition(
            "pagination: {kind: next-url, next: next, absentEnds: true}", "absentEmpty: true");
    assertThat(page(declared, "{\"total\":0}").next()).isNull();
    assertThat(page(declared, "{\"next\":\"/all?p=2\"}").next()).isEqualTo("/all?p=2");
    try (Desk desk =
        desk(
            definition("pagination: {kind: none}"),
            new CannedTransport().then(200, "{\"total\":0}"))) {
      assertThat(desk.first())
          .isInstanceOfSatisfying(
              PageOutcome.Unavailable.class,
              outcome ->
                  assertThat(outcome.reason())
                      .contains("no records at \"data\"", "declare absentEmpty: true"));
    }
  }
}
