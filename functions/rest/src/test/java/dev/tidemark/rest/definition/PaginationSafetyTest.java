package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of paging that would lose records is refused, with the place and the reason. */
class PaginationSafetyTest {
  private static final String WATERMARK = "watermark: {field: updated_at}";
  private static final String STEP = "{kind: time-step, next: end_time}";

  private static String paged(String pagination, String... members) {
    return Acme.plus(members).replace("{kind: none}", pagination);
  }

  private static String ascending(String yaml) {
    return yaml.replace("order: id", "order: watermark-ascending").replace("run-start", "max-seen");
  }

  @ParameterizedTest
  @CsvSource({"page-number, page", "offset, skip"})
  void counting_is_refused_where_rows_that_move_would_be_lost(String kind, String parameter) {
    String pagination = "{kind: " + kind + ", parameter: " + parameter + "}";
    assertThat(Acme.refusal(ascending(paged(pagination, WATERMARK))))
        .startsWith("acme.yaml:11: resources.deals: pagination: " + kind)
        .contains("with order: watermark-ascending loses records", "rows move between pages");
    assertThat(Acme.refusal(paged(pagination, WATERMARK, "filter: {from: since}")))
        .contains("pagination: " + kind + " with a filter loses records: rows move between pages");
    assertThat(Acme.resource(paged(pagination)).traversal().pagination()).isNotNull();
    assertThat(
            Acme.resource(paged(pagination).replace("order: id", "order: unordered"))
                .traversal()
                .pagination())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"page-number", "offset"})
  void a_short_page_is_the_last_only_where_a_size_is_asked_for(String kind) {
    String pagination = "{kind: " + kind + ", parameter: p, lastPage: short}";
    assertThat(Acme.refusal(paged(pagination))).contains("lastPage: short without a pageSize");
    assertThat(Acme.resource(paged(pagination, "pageSize: {parameter: n, ask: 1, max: 9}")))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: none}",
        "{kind: next-url, next: next}",
        "{kind: link-header}",
        "{kind: last-record, parameter: c, field: id}",
        "{kind: page-number, parameter: p}",
        "{kind: offset, parameter: o}"
      })
  void a_cursor_is_promoted_only_where_there_is_one(String pagination) {
    assertThat(Acme.refusal(paged(pagination).replace("promote: run-start", "promote: cursor")))
        .contains("promote: cursor with pagination", "there is no cursor to begin the next run");
  }

  @Test
  void steps_in_time_need_an_order_by_time_and_a_lower_bound_that_includes_itself() {
    String filter = "filter: {from: since}";
    assertThat(Acme.refusal(paged(STEP, WATERMARK, filter)))
        .contains("time-step needs order: watermark-ascending and a filter");
    assertThat(Acme.refusal(ascending(paged(STEP, WATERMARK)))).contains("time-step needs");
    assertThat(Acme.refusal(ascending(paged(STEP, WATERMARK, "filter: {from: since, bound: gt}"))))
        .contains("time-step with filter.bound: gt loses the records that share the time");
    assertThat(Acme.resource(ascending(paged(STEP, WATERMARK, filter)))).isNotNull();
  }

  @Test
  void a_number_that_is_no_time_is_neither_moved_by_a_time_nor_replaced_by_one() {
    String number = "watermark: {field: rev, format: integer}";
    assertThat(Acme.refusal(ascending(Acme.plus(number))))
        .contains("integer with a lookback", "set lookback: 0s");
    assertThat(Acme.refusal(Acme.plus(number, "lookback: 0s")))
        .contains("integer with promote: run-start", "promote max-seen or cursor");
    assertThat(Acme.resource(ascending(Acme.plus(number, "lookback: 0s"))).members().watermark())
        .isNotNull();
  }

  @Test
  void a_body_is_sent_by_post_only() {
    assertThat(Acme.refusal(Acme.plus("body: {a: 1}")))
        .contains("resources.deals: body: a GET carries none; write method: post");
    assertThat(Acme.refusal(Acme.plus("pageSize: {parameter: {body: n}, ask: 1, max: 2}")))
        .contains("resources.deals: {body: n}: a GET carries no body; write method: post");
    assertThat(Acme.refusal(paged("{kind: cursor, parameter: {body: page.after}, next: next}")))
        .contains("{body: page.after}");
    assertThat(Acme.refusal(Acme.plus(WATERMARK, "filter: {from: a, until: {body: b}}")))
        .contains("{body: b}");
    assertThat(Acme.resource(Acme.plus("method: post", "body: {a: 1}")).request().sent().body())
        .containsKey("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "bucket: slow ~ bucket: \"slow\" is none of those of the rate",
        "deleted: {field: a, equals: []} ~ equals: none",
        "in: {a: {values: []}} ~ values: none",
        "include: {parameter: i, values: []} ~ values: none",
        "pageSize: {parameter: {query: a, header: b}, ask: 1, max: 2} ~ exactly one of query",
        "pageSize: {parameter: {}, ask: 1, max: 2} ~ exactly one of query"
      })
  void what_says_nothing_is_refused(String member, String reason) {
    assertThat(Acme.refusal(Acme.plus(member))).contains(reason);
  }

  @Test
  void a_refusal_that_would_hide_every_other_is_none_of_nothing_new() {
    assertThat(Acme.refusal(Acme.TEXT + "errors: {nothingNew: [{status: 422, contains: ' '}]}\n"))
        .contains("every refusal would pass for nothing new");
    assertThat(Acme.refusal(Acme.TEXT + "errors: {nothingNew: [{status: 503, contains: a}]}\n"))
        .contains("status: 503 is not between 400 and 499");
    assertThat(Acme.refusal(paged("{kind: cursor, parameter: c, next: n, more: a, ends: [b]}")))
        .contains("give either more or ends");
  }
}
