package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredRefusalsTest {
  private final CannedTransport transport = new CannedTransport();
  private final Desk desk =
      AnyApi.desk(
          AnyApi.with(
              "errors: {nothingNew: [{status: 422, contains: too recent}]}",
              "pagination: {kind: cursor, parameter: c, next: next}",
              "pageSize: {parameter: n, ask: 10, max: 10, shrinkOn: [504, 500]}"),
          transport);

  @Test
  void nothing_new_is_an_empty_page_without_a_next_one() throws InterruptedException {
    transport.then(
        422,
        Map.of("Date", "Sun, 22 Nov 2026 04:00:00 GMT", "X-Request-Id", "r1"),
        Pieces.whole("{\"error\":\"InvalidValue\",\"description\":\"Too recent start\"}"));
    assertThat(desk.first())
        .isEqualTo(new Delivered(null, null, "r1", Instant.parse("2026-11-22T04:00:00Z")));
    assertThat(desk.taken().records()).isEmpty();
  }

  @Test
  void a_refusal_that_is_declared_to_throttle_is_a_wait_and_another_is_not()
      throws InterruptedException {
    Desk limited =
        AnyApi.desk(
            AnyApi.with(
                "errors: {throttled: [{status: 403, contains: rateLimit}, {status: 430}]}",
                "pagination: {kind: none}"),
            transport);
    transport.then(403, "{\"reason\":\"userRateLimitExceeded\"}").then(430, "").then(403, "no");
    assertThat(limited.first()).isEqualTo(new Throttled(AnyApi.NOW, true, null));
    assertThat(limited.first()).isEqualTo(new Throttled(AnyApi.NOW, true, null));
    assertThat(limited.first())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("errors.throttled"));
  }

  @Test
  void a_404_behind_a_cursor_is_a_dead_cursor_only_where_that_is_declared()
      throws InterruptedException {
    String paging = "pagination: {kind: cursor, parameter: c, next: next}";
    Desk declared =
        AnyApi.desk(AnyApi.with("errors: {cursorRejected: [404, 410]}", paging), transport);
    Desk silent = AnyApi.desk(AnyApi.definition(paging), transport);
    transport.then(404, "").then(404, "").then(404, "").then(410, "");
    assertThat(declared.next("c")).isInstanceOf(CursorRejected.class);
    assertThat(declared.first()).isInstanceOf(Refused.class);
    assertThat(silent.next("c")).isInstanceOf(Refused.class);
    assertThat(silent.next("c")).isInstanceOf(CursorRejected.class);
  }

  @Test
  void a_wait_in_a_body_is_read_in_its_unit_and_a_time_there_as_a_time()
      throws InterruptedException {
    String words = "errors: {retryAfter: [wait], retryAfterUnit: milliseconds}";
    Definition waiting = AnyApi.with(words, "pagination: {kind: none}");
    transport.then(429, "{\"wait\":2500}").then(429, "{\"wait\":\"2026-11-22T03:00:09Z\"}");
    assertThat(AnyApi.desk(waiting, transport).first())
        .isEqualTo(new Throttled(AnyApi.NOW.plusMillis(2500), true, null));
    assertThat(AnyApi.desk(waiting, transport).first())
        .isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(9), true, null));
  }

  @Test
  void another_refusal_of_that_status_or_that_text_stays_one() throws InterruptedException {
    transport.then(422, "{\"error\":\"bad\"}").then(400, "{\"error\":\"too recent\"}");
    assertThat(desk.first()).isInstanceOf(Refused.class);
    assertThat(desk.first()).isInstanceOf(Refused.class);
    transport.then(422, "{\"error\":\"bad\"}");
    assertThat(desk.next("c")).isInstanceOf(CursorRejected.class);
  }

  @Test
  void a_page_that_is_too_much_is_asked_for_again_at_half_the_size_and_stays_small()
      throws InterruptedException {
    transport.then(504, "upstream request timeout").then(500, "").then(504, "").then(504, "");
    for (int i = 0; i < 4; i++) {
      PageOutcome outcome = desk.next("c");
      assertThat(outcome).isInstanceOf(Unavailable.class);
    }
    transport.then(503, "").then(200, "{\"data\":[],\"next\":\"d\"}").then(200, "{\"data\":[]}");
    desk.next("c");
    desk.next("c");
    desk.next("d");
    assertThat(transport.asked())
        .extracting(asked -> asked.uri().getRawQuery())
        .containsExactly(
            "n=10&c=c", "n=5&c=c", "n=2&c=c", "n=1&c=c", "n=1&c=c", "n=1&c=c", "n=1&c=d");
  }
}
