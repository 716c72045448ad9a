package dev.tidemark.rest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses of success beside 200. */
class PageStatusTest {
  private static final String CURSOR = "pagination: {kind: cursor, parameter: c, next: next}";
  private static final String[] FILTERED = {
    CURSOR,
    "order: watermark-ascending",
    "promote: max-seen",
    "watermark: {field: at}",
    "filter: {from: since}"
  };
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Instant BOUND = Instant.parse("2026-11-01T00:00:00Z");

  private final CannedTransport transport = new CannedTransport();

  private Desk desk(String top, String... members) {
    return AnyApi.desk(AnyApi.with(top, members), transport);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 203, 207, 226})
  void any_with_a_whole_page_is_a_page(int status) throws InterruptedException {
    Desk desk = desk("", CURSOR);
    transport.then(status, "{\"data\":[{\"id\":1}],\"next\":\"b\"}");
    transport.then(status, "{\"data\":[{\"id\":2}],\"next\":null}");
    assertThat(((Delivered) desk.first()).next()).isEqualTo("b");
    assertThat(((Delivered) desk.next("b")).next()).isNull();
    assertThat(desk.taken().records()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 206})
  void a_part_is_a_page_but_never_the_last(int status) throws InterruptedException {
    Desk desk = desk("", CURSOR);
    transport.then(status, "{\"data\":[{\"id\":1}],\"next\":\"b\"}");
    transport.then(status, "{\"data\":[{\"id\":2}],\"next\":null}");
    assertThat(((Delivered) desk.first()).next()).isEqualTo("b");
    assertThat(((Unavailable) desk.next("b")).reason())
        .contains("answered " + status + ", which says that this is not all");
  }

  @Test
  void a_part_whose_range_reaches_the_end_is_the_last() throws InterruptedException {
    Desk desk = desk("", CURSOR);
    String body = "{\"data\":[{\"id\":1}],\"next\":null}";
    transport.then(206, Map.of("Content-Range", "items 20-24/25"), Pieces.whole(body));
    transport.then(206, Map.of("Content-Range", "items 0-24/99"), Pieces.whole(body));
    assertThat(desk.next("b")).isInstanceOf(Delivered.class);
    assertThat(desk.next("b")).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_list_that_may_be_left_out_may_not_be_so_in_an_answer_that_is_not_done()
      throws InterruptedException {
    Desk desk = desk("", CURSOR.replace("}", ", absentEnds: true}"), "absentEmpty: true");
    transport.then(202, "{\"status\":\"pending\"}").then(201, "{\"data\":null}").then(200, "{}");
    assertThat(((Unavailable) desk.first()).reason()).contains("answered 202, which says");
    assertThat(((Unavailable) desk.first()).reason()).contains("answered 201 and no list");
    assertThat(desk.first()).isInstanceOf(Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void nothing_is_new_behind_a_bound_only_where_that_is_declared(int status)
      throws InterruptedException {
    String page =
        "{\"data\":[{\"id\":1,\"at\":\"2026-11-02T00:00:00Z\"},"
            + "{\"id\":2,\"at\":\"2026-11-03T00:00:00Z\"}],\"next\":\"b\"}";
    Desk declared = desk("errors: {nothingNew: [{status: " + status + "}]}", FILTERED);
    transport.then(status, "").then(200, page).then(status, "").then(status, "");
    assertThat(declared.read(BOUND, null, LIMIT))
        .isEqualTo(new Delivered(null, null, null, AnyApi.NOW));
    Delivered first = (Delivered) declared.read(BOUND, null, LIMIT);
    assertThat(declared.read(BOUND, first.next(), LIMIT)).isNotInstanceOf(Delivered.class);
    assertThat(desk("", FILTERED).read(BOUND, null, LIMIT).toString())
        .contains("declare errors.nothingNew: [{status: " + status + "}]");
  }

  @Test
  void an_empty_list_may_be_declared_to_be_so_but_not_behind_a_page_that_names_another()
      throws InterruptedException {
    Desk desk = desk("errors: {nothingNew: [{status: 204}]}", CURSOR);
    transport.then(204, "").then(204, "").then(304, "");
    assertThat(desk.first()).isInstanceOf(Delivered.class);
    assertThat(desk.next("b")).isInstanceOf(Unavailable.class);
    PageOutcome other = desk.first();
    assertThat(other)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).contains("errors.nothingNew: [{status: 304}]"));
  }

  @Test
  void a_counted_walk_may_end_so_where_it_is_declared() throws InterruptedException {
    String counted = "pagination: {kind: page-number, parameter: page}";
    Desk desk = desk("errors: {nothingNew: [{status: 204}]}", counted);
    transport.then(200, "{\"data\":[{\"id\":1}]}").then(204, "");
    Delivered first = (Delivered) desk.first();
    assertThat(((Delivered) desk.next(String.valueOf(first.next()))).next()).isNull();
  }
}
