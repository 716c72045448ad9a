package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words for answers that would hide a loss or a wrong file are refused with their line. */
class AnswerWordsTest {
  private static String explained(String yaml) {
    return Explanation.of(DefinitionReader.read("acme.yaml", yaml));
  }

  @Test
  void a_throttle_that_every_refusal_of_the_credential_would_be_is_refused() {
    assertThat(Acme.refusal(Acme.TEXT + "errors: {throttled: [{status: 403}]}\n"))
        .contains("acme.yaml:17", "contains: left out; every 403", "would wait for ever");
    assertThat(Acme.refusal(Acme.TEXT + "errors: {throttled: [{status: 430, contains: ' '}]}\n"))
        .contains("contains: empty");
    assertThat(Acme.refusal(Acme.TEXT + "errors: {throttled: [{status: 200}]}\n"))
        .contains("status: 200 is not between 400 and 599");
    assertThat(explained(Acme.TEXT + "errors: {throttled: [{status: 403, contains: a b}]}\n"))
        .contains("throttled      403 with \"a b\" waits, as do 420");
  }

  @Test
  void a_status_that_refuses_no_cursor_is_not_taken_for_one_that_does() {
    assertThat(Acme.refusal(Acme.TEXT + "errors: {cursorRejected: [410, 429]}\n"))
        .contains("acme.yaml:17", "cursorRejected: 429 does not refuse", "other than 401 and 429");
    assertThat(Acme.refusal(Acme.TEXT + "errors: {cursorRejected: [503]}\n")).contains("503");
    assertThat(explained(Acme.TEXT + "errors: {cursorRejected: [400, 404]}\n"))
        .contains("dead cursor    400 or 404 behind one begins anew from where time stood");
  }

  @Test
  void an_answer_without_a_body_is_known_by_its_status_alone() {
    assertThat(Acme.refusal(Acme.TEXT + "errors: {nothingNew: [{status: 204, contains: a}]}\n"))
        .contains("acme.yaml:17", "status 204 has no body; leave contains out");
    assertThat(Acme.refusal(Acme.TEXT + "errors: {nothingNew: [{status: 404}]}\n"))
        .contains("every refusal would pass for nothing new");
    assertThat(Acme.refusal(Acme.TEXT + "errors: {nothingNew: [{status: 200}]}\n"))
        .contains("status: 200 is not between 400 and 499, nor 204 or 304");
    assertThat(explained(Acme.TEXT + "errors: {nothingNew: [{status: 304}]}\n"))
        .contains("nothing new    304");
  }

  @Test
  void a_tombstone_is_known_either_by_its_values_or_by_being_set() {
    String both = "deleted: {field: a, equals: x, present: true}";
    assertThat(Acme.refusal(Acme.plus(both)))
        .contains("acme.yaml:17", "give either equals or present: true");
    assertThat(Acme.refusal(Acme.plus("deleted: {field: a}")))
        .contains("equals: none; give one or more, or present: true");
    assertThat(explained(Acme.plus("deleted: {field: a, present: true}")))
        .contains("a record whose a is set");
  }

  @Test
  void one_text_is_not_shown_in_two_ways() {
    String key = "apiKey: {prefix: \"Bearer \"}";
    assertThat(Acme.refusal(Acme.with(key, key + "\n  basic: {user: apiKey, noPassword: true}")))
        .contains("acme.yaml:8", "basic.noPassword beside apiKey", "leave one of them out");
    assertThat(explained(Acme.with(key, "basic: {user: apiKey, noPassword: true}")))
        .contains("{\"apiKey\"} as the user of Basic authentication, with an empty password");
  }

  @Test
  void a_unit_of_a_wait_needs_the_member_that_states_it() {
    assertThat(Acme.refusal(Acme.TEXT + "errors: {retryAfterUnit: milliseconds}\n"))
        .contains("acme.yaml:17", "retryAfterUnit without retryAfter");
    String words = "errors: {retryAfter: [a.b], retryAfterUnit: milliseconds}\n";
    assertThat(explained(Acme.TEXT + words))
        .contains("as long as Retry-After says, else a.b in milliseconds");
  }
}
