package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words for the end of a list that could hide what follows are refused with their line. */
class EndWordsTest {
  private static String paged(String pagination) {
    return Acme.with("pagination: {kind: none}", "pagination: " + pagination);
  }

  private static String explained(String pagination) {
    return Explanation.of(DefinitionReader.read("acme.yaml", paged(pagination)));
  }

  @Test
  void a_value_that_may_be_a_cursor_is_no_end() {
    assertThat(
            Acme.refusal(paged("{kind: cursor, parameter: c, next: n, endValues: [\"0\", abc]}")))
        .contains("acme.yaml:14", "\"abc\" may be a cursor", "name values such as 0, -1");
    assertThat(Acme.refusal(paged("{kind: next-url, next: n, endValues: \"1\"}")))
        .contains("\"1\" may be a cursor");
    assertThat(explained("{kind: cursor, parameter: c, next: n, endValues: [\"0\", END]}"))
        .contains("; 0 or END there is the end");
  }

  @Test
  void a_flag_and_a_value_do_not_both_say_the_end() {
    assertThat(
            Acme.refusal(paged("{kind: cursor, parameter: c, next: n, more: m, standing: true}")))
        .contains("acme.yaml:14", "leave standing and endValues out");
    assertThat(Acme.refusal(paged("{kind: next-url, next: n, more: m, endValues: \"0\"}")))
        .contains("leave endValues out");
    assertThat(explained("{kind: cursor, parameter: c, next: n, standing: true}"))
        .contains("an empty page with the cursor that was sent is the last");
  }

  @Test
  void a_value_that_ends_the_walk_is_no_cursor_to_begin_the_next_run_from() {
    String promoting =
        paged("{kind: cursor, parameter: c, next: n, endValues: \"0\"}")
            .replace("promote: run-start", "promote: cursor");
    assertThat(Acme.refusal(promoting))
        .contains("promote: cursor with pagination.endValues", "promote max-seen or run-start");
  }

  @Test
  void a_status_that_refuses_the_credential_is_no_end() {
    assertThat(Acme.refusal(paged("{kind: page-number, parameter: p, behindLast: [404, 403]}")))
        .contains("acme.yaml:14", "behindLast: 403 refuses who asks", "400, 404, 410, 416 or 422");
    assertThat(Acme.refusal(paged("{kind: offset, parameter: p, more: m, behindLast: [404]}")))
        .contains("leave behindLast out");
    assertThat(explained("{kind: page-number, parameter: p, behindLast: [400, 404]}"))
        .contains("; 400 or 404 behind a page is the end");
  }

  @Test
  void an_upgrade_is_said_of_urls_only() {
    assertThat(Acme.refusal(paged("{kind: cursor, parameter: c, next: n, upgradeHttp: true}")))
        .contains("acme.yaml:14", "upgradeHttp");
    assertThat(Acme.refusal(paged("{kind: link-header, upgradeHttp: always}")))
        .contains("acme.yaml:14", "\"always\" is not true or false");
    assertThat(explained("{kind: next-url, next: n, upgradeHttp: true}"))
        .contains("http to the same host as https");
  }

  @Test
  void only_a_query_is_encoded() {
    assertThat(
            Acme.refusal(paged("{kind: cursor, parameter: {header: X-C}, next: n, encoded: true}")))
        .contains("acme.yaml:14", "only a query is percent-encoded");
    assertThat(explained("{kind: cursor, parameter: c, next: n, encoded: true}"))
        .contains("it comes percent-encoded");
  }
}
