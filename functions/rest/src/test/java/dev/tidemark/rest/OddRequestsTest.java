package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links among others, cursors that are arrays, and bodies that are forms. */
class OddRequestsTest {
  private static final String LINKS =
      "pagination: {kind: next-url, next: link, link: {member: relation, equals: next, url: url}}";
  private static final String AFTER =
      "pagination: {kind: last-record, parameter: {body: search_after}, field: sort, array: true}";

  private final CannedTransport transport = new CannedTransport();

  private Desk desk(String... members) {
    return AnyApi.desk(AnyApi.definition(members), transport);
  }

  @Test
  void a_link_is_chosen_by_its_relation() throws InterruptedException {
    transport.then(
        200,
        "{\"link\":[{\"relation\":\"self\",\"url\":\"/all\"},"
            + "{\"url\":\"https://api.acme.example/all?p=2\",\"x\":[{}],\"relation\":\"next\"}],"
            + "\"data\":[{\"id\":1}]}");
    assertThat(((Delivered) desk(LINKS).first()).next()).isEqualTo("/all?p=2");
    transport.then(200, "{\"data\":[],\"link\":[{\"relation\":\"self\",\"url\":\"/all\"}]}");
    assertThat(((Delivered) desk(LINKS).next("/all?p=2")).next()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"relation\":\"next\",\"url\":\"/a\"},{\"relation\":\"next\",\"url\":\"/b\"}]|told",
        "[{\"relation\":\"next\",\"href\":\"/a\"}]|is pagination.link right?",
        "\"/all?p=2\"|is no array of links",
        "{\"next\":\"/all?p=2\"}|is no array of links"
      })
  void a_link_that_cannot_be_told_is_no_end(String link, String problem)
      throws InterruptedException {
    transport.then(200, "{\"data\":[],\"link\":" + link + "}");
    assertThat(((Refused) desk(LINKS).first()).reason()).contains(problem);
  }

  @Test
  void an_answer_without_the_array_of_links_is_no_end_and_an_array_undeclared_is_named()
      throws InterruptedException {
    transport.then(200, "{\"data\":[]}");
    assertThat(((Refused) desk(LINKS).first()).reason()).contains("the page has no link");
    transport.then(200, "{\"data\":[],\"link\":[{\"rel\":\"next\"}]}");
    assertThat(((Refused) desk("pagination: {kind: next-url, next: link}").first()).reason())
        .contains("declare pagination.link: {member: rel, equals: next, url: href}");
  }

  @Test
  void an_array_goes_back_as_it_came() throws InterruptedException {
    Desk desk = desk("method: post", "body: {size: 2}", AFTER);
    transport.then(
        200, "{\"data\":[{\"id\":1,\"sort\":[ 1769000000123456789, \"a\\\"é\", 1.50, null ]}]}");
    Delivered first = (Delivered) desk.first();
    transport.then(200, "{\"data\":[]}");
    assertThat(((Delivered) desk.next(String.valueOf(first.next()))).next()).isNull();
    assertThat(transport.asked().getLast().body())
        .extracting(Payload::text)
        .isEqualTo(
            "{\"size\":2,\"search_after\":[1769000000123456789,\"a\\\"\\u00e9\",1.50,null]}");
  }

  @Test
  void an_array_that_is_not_declared_or_is_none_fails_and_says_what_to_write()
      throws InterruptedException {
    transport.then(200, "{\"data\":[{\"id\":1,\"sort\":[1]}]}");
    assertThat(
            ((Refused)
                    desk("pagination: {kind: last-record, parameter: after, field: sort}").first())
                .reason())
        .contains("sort is an array", "declare pagination.array: true");
    transport
        .then(200, "{\"data\":[{\"id\":1,\"sort\":7}]}")
        .then(200, "{\"data\":[{\"id\":1,\"sort\":[[1]]}]}");
    Desk declared = desk("method: post", AFTER);
    assertThat(((Refused) declared.first()).reason()).contains("sort is no array");
    assertThat(((Refused) declared.first()).reason()).contains("no single values");
  }

  @Test
  void a_body_may_be_a_form() throws InterruptedException {
    transport.then(200, "{\"data\":[],\"next\":null}");
    desk(
            "method: post",
            "bodyForm: form",
            "body: {kind: a&b, deep: 1, on: true}",
            "pagination: {kind: cursor, parameter: {body: c}, next: next}")
        .next("x=y");
    assertThat(transport.asked().getLast().body())
        .isEqualTo(
            new Payload("application/x-www-form-urlencoded", "kind=a%26b&deep=1&on=true&c=x%3Dy"));
  }
}
