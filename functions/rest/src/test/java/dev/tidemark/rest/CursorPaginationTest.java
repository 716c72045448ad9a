package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorPaginationTest {
  private final CannedTransport transport = new CannedTransport();

  private Desk desk(String paging, String... members) {
    String[] all = new String[members.length + 1];
    System.arraycopy(members, 0, all, 1, members.length);
    all[0] = "pagination: " + paging;
    return AnyApi.desk(AnyApi.definition(all), transport);
  }

  private @Nullable String next(PageOutcome outcome) {
    return ((Delivered) outcome).next();
  }

  @Test
  void takes_a_cursor_from_a_header_and_sends_it_in_a_header() throws InterruptedException {
    Desk desk = desk("{kind: cursor, parameter: {header: X-After}, next: {header: X-Next}}");
    transport.then(200, Map.of("X-Next", "a+b="), Pieces.whole("{\"data\":[{\"id\":1}]}"));
    transport.then(200, "{\"data\":[]}");
    assertThat(next(desk.first())).isEqualTo("a+b=");
    assertThat(next(desk.next("a+b="))).as("no header is the end").isNull();
    assertThat(transport.asked().get(0).headers()).doesNotContainKey("X-After");
    assertThat(transport.asked().get(1).headers()).containsEntry("X-After", "a+b=");
    assertThat(transport.asked().get(1).uri()).hasToString(AnyApi.BASE + "/all");
  }

  @Test
  void sends_a_cursor_as_a_member_of_the_body() throws InterruptedException {
    Desk desk =
        desk(
            "{kind: cursor, parameter: {body: page.after}, next: next}",
            "method: post",
            "body: {page: {deep: true}, status: [open, 2], note: null}",
            "pageSize: {parameter: {body: page.size}, ask: 50, max: 100}");
    transport.then(200, "{\"data\":[],\"next\":null}");
    desk.next("c\"1");
    CannedTransport.Asked asked = transport.asked().getFirst();
    assertThat(String.valueOf(asked.body()).startsWith("application/json")).isTrue();
    assertThat(asked.body() == null ? "" : asked.body().text())
        .isEqualTo(
            "{\"page\":{\"deep\":true,\"size\":50,\"after\":\"c\\\"1\"},"
                + "\"status\":[\"open\",2],\"note\":null}");
  }

  @Test
  void sends_the_size_of_a_page_in_a_header_alone_or_in_a_text() throws InterruptedException {
    String none = "{kind: cursor, parameter: c, next: next}";
    transport.then(200, "{\"data\":[],\"next\":null}");
    desk(none, "pageSize: {parameter: {header: X-Limit}, ask: 50, max: 100}").first();
    assertThat(transport.asked().getLast().headers()).containsEntry("X-Limit", "50");
    transport.then(200, "{\"data\":[],\"next\":null}");
    desk(
            none,
            "pageSize:",
            "  {parameter: {header: Prefer, text: 'odata.maxpagesize={}'}, ask: 50, max: 100}")
        .first();
    assertThat(transport.asked().getLast().headers())
        .containsEntry("Prefer", "odata.maxpagesize=50");
  }

  @Test
  void sends_the_size_of_a_page_inside_a_text_of_the_body() throws InterruptedException {
    transport.then(200, "{\"data\":[],\"next\":null}");
    desk(
            "{kind: cursor, parameter: {body: c}, next: next}",
            "method: post",
            "pageSize: {parameter: {body: q, text: 'from x limit {}'}, ask: 50, max: 100}")
        .first();
    CannedTransport.Asked asked = transport.asked().getLast();
    assertThat(asked.body() == null ? "" : asked.body().text())
        .isEqualTo("{\"q\":\"from x limit 50\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, more, true, c",
    "boolean, more, false,",
    "boolean, end, false, c",
    "boolean, end, true,",
    "digit, more, 1, c",
    "digit, more, 0,",
    "digit, more, '\"1\"', c",
    "digit, end, 1,",
    "text, more, '\"true\"', c",
    "text, more, '\"false\"',",
    "text, end, '\"true\"',",
  })
  void reads_a_flag_as_it_is_spelled(
      String spelling, String means, String value, @Nullable String next)
      throws InterruptedException {
    Desk desk =
        desk(
            "{kind: cursor, parameter: c, next: next, more: {body: flag, means: "
                + means
                + ", spelling: "
                + spelling
                + "}}");
    transport.then(200, "{\"data\":[],\"next\":\"c\",\"flag\":" + value + "}");
    assertThat(next(desk.first())).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, '\"true\"', true or false",
    "boolean, 1, true or false",
    "digit, true, 1 or 0",
    "digit, 2, 1 or 0",
    "text, true, '\"true\" or \"false\"'",
    "text, '\"yes\"', '\"true\" or \"false\"'"
  })
  void believes_no_flag_that_is_spelled_otherwise(String spelling, String value, String wanted)
      throws InterruptedException {
    Desk desk =
        desk(
            "{kind: cursor, parameter: c, next: next, more: {body: flag, spelling: "
                + spelling
                + "}}");
    transport.then(200, "{\"data\":[],\"next\":\"c\",\"flag\":" + value + "}");
    assertThat(((Refused) desk.first()).reason()).contains("has no flag of " + wanted);
  }

  private static final String ANY =
      "{kind: cursor, parameter: c, next: next, ends: [{body: eos, means: end}, meta.has_more]}";

  @ParameterizedTest
  @CsvSource({
    "'\"eos\":true,\"next\":\"c\"',",
    "'\"meta\":{\"has_more\":false},\"next\":\"c\"',",
    "'\"next\":null',",
    "'\"eos\":false,\"meta\":{\"has_more\":false},\"next\":null',",
    "'\"eos\":null,\"next\":\"c\"', c",
    "'\"eos\":false,\"next\":\"c\"', c",
    "'\"meta\":{\"has_more\":true},\"next\":\"c\"', c",
    "'\"meta\":null,\"next\":\"c\"', c"
  })
  void ends_by_any_of_several_flags_or_without_a_cursor(String members, @Nullable String next)
      throws InterruptedException {
    transport.then(200, "{\"data\":[]," + members + "}");
    assertThat(next(desk(ANY).first())).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"eos\":false,\"next\":null", "\"meta\":{\"has_more\":true}"})
  void does_not_end_where_a_flag_says_that_there_is_more(String members)
      throws InterruptedException {
    transport.then(
        200, Map.of("X-Request-Id", "r1"), Pieces.whole("{\"data\":[]," + members + "}"));
    Refused refused = (Refused) desk(ANY).first();
    assertThat(refused.reason()).contains("says that there is more but next is empty");
    assertThat(refused.requestId()).isEqualTo("r1");
  }

  @Test
  void ends_where_the_member_is_missing_only_if_that_is_declared() throws InterruptedException {
    transport.then(200, "{\"data\":[]}").then(200, "{\"data\":[]}");
    assertThat(((Refused) desk("{kind: cursor, parameter: c, next: a.next}").first()).reason())
        .contains("no a.next, not even null");
    Desk lenient = desk("{kind: cursor, parameter: c, next: a.next, absentEnds: true}");
    assertThat(next(lenient.first())).isNull();
  }

  @Test
  void gives_its_last_cursor_as_the_bookmark_only_at_the_end_and_only_if_that_is_promoted()
      throws InterruptedException {
    String paging = "{kind: cursor, parameter: c, next: next, more: {body: eos, means: end}}";
    Desk desk = desk(paging);
    transport.then(200, "{\"data\":[],\"next\":\"c\",\"eos\":true}");
    assertThat(((Delivered) desk.first()).bookmark()).isNull();
    Desk promoting = desk(paging, "promote: cursor");
    transport.then(200, "{\"data\":[],\"next\":\"c1\",\"eos\":false}");
    transport.then(200, "{\"data\":[],\"next\":\"c2\",\"eos\":true}");
    transport.then(200, "{\"data\":[],\"next\":null,\"eos\":true}");
    assertThat(((Delivered) promoting.first()).bookmark()).isNull();
    assertThat(((Delivered) promoting.next("c1")).bookmark()).isEqualTo("c2");
    assertThat(((Delivered) promoting.first()).bookmark()).isNull();
  }
}
