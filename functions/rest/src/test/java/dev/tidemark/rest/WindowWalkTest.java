package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.WindowApi;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that has to be asked for one span of time after the other. */
class WindowWalkTest {
  private static final String CURSOR = "pagination: {kind: cursor, parameter: c, next: next}";
  private static final String PAGES = "pagination: {kind: page-number, parameter: page}";
  private static final String FILTER =
      "filter: {from: start, until: end, window: 10d, since: 2026-08-14}";
  private static final String ASCENDING = "order: watermark-ascending";

  /** A hundred days before the clocks' time. */
  private static final Instant BEGIN = Instant.parse("2026-08-14T03:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(AnyApi.NOW);
  private final WindowApi api = new WindowApi(Duration.ofDays(10), now::get);

  private Landing landing(String paging, String filter, String... members) {
    boolean ascending = String.join("", members).contains(ASCENDING);
    return new Landing(
        AnyApi.with(
            String.join("\n", "serverTime: {body: now}", members[members.length - 1]),
            paging,
            filter,
            "watermark: {field: at}",
            ascending ? ASCENDING + "\n    promote: max-seen" : "order: unordered",
            paging.contains("page-number") ? "appendOnly: true" : "lookback: 5m"),
        "all",
        api);
  }

  private Landing landing(String paging) {
    return landing(paging, FILTER, "");
  }

  private WindowApi spread(int count, Duration apart) {
    for (int i = 0; i < count; i++) {
      api.add(BEGIN.plus(apart.multipliedBy(i)));
    }
    return api;
  }

  private void complete(Landing landing, LegOutcome outcome) {
    assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
    assertThat(landing.newest()).isEqualTo(api.truth());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CURSOR,
        PAGES,
        "pagination: {kind: next-url, next: url}",
        "pagination: {kind: link-header}"
      })
  void a_first_run_asks_for_one_after_the_other_from_its_beginning(String paging)
      throws InterruptedException {
    spread(60, Duration.ofHours(39));
    Landing landing = landing(paging);
    complete(landing, landing.run());
  }

  @Test
  void an_empty_one_costs_one_request() throws InterruptedException {
    api.add(BEGIN).add(AnyApi.NOW.minusSeconds(3600));
    Landing landing = landing(CURSOR);
    complete(landing, landing.run());
    assertThat(api.queries()).hasSize(11);
    now.set(AnyApi.NOW.plus(Duration.ofHours(1)));
    landing.clock().advance(Duration.ofHours(1));
    api.edit(1);
    complete(landing, landing.run());
    assertThat(api.queries()).as("a later run begins at its bound").hasSize(12);
    assertThat(api.queries().getLast()).contains("start=2026-11-22T02%3A53%3A00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ASCENDING})
  void a_leg_may_end_between_two_and_in_one(String order) throws InterruptedException {
    spread(40, Duration.ofHours(50)).edit(3);
    Landing landing = landing(CURSOR, FILTER, order, "");
    api.each(() -> landing.clock().advance(Duration.ofSeconds(1)));
    complete(landing, landing.run(Mode.INCREMENTAL, Duration.ofMillis(500)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ASCENDING})
  void a_row_that_an_edit_takes_out_of_its_window_is_shown_by_the_next_run(String order)
      throws InterruptedException {
    spread(60, Duration.ofHours(39));
    Landing landing = landing(CURSOR, FILTER, order, "");
    api.each(() -> now.set(now.get().plusSeconds(1)));
    api.at(4, () -> api.edit(25)).at(5, () -> api.edit(1)).at(6, () -> api.edit(60));
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
    landing.clock().advance(Duration.ofHours(1));
    now.set(landing.clock().instant());
    complete(landing, landing.run());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ASCENDING})
  void a_cursor_that_is_refused_in_one_starts_over_from_the_run_s_bound(String order)
      throws InterruptedException {
    spread(60, Duration.ofHours(39));
    api.at(7, () -> api.lose(2));
    Landing landing = landing(CURSOR, FILTER, order, "errors: {cursorRejected: [410]}");
    complete(landing, landing.run());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format: epoch-seconds",
        "format: iso-8601-seconds",
        "format: date, zone: UTC",
        "bound: gt"
      })
  void what_lies_at_the_border_of_two_is_shown_by_one_of_them(String form)
      throws InterruptedException {
    for (int i = 0; i < 40; i++) {
      api.add(Instant.parse("2026-08-14T00:00:00Z").plus(Duration.ofDays(i).dividedBy(2)));
    }
    api.add(AnyApi.NOW.minusMillis(1));
    Landing landing = landing(CURSOR, FILTER.replace("}", ", " + form + "}"), "");
    if (form.equals("bound: gt")) {
      api.exclusive().edit(1);
    }
    now.set(AnyApi.NOW.plusSeconds(1));
    complete(landing, landing.run());
  }

  @Nested
  class WhereTheEndIsSaidByAStatus {
    @Test
    void a_window_that_is_answered_by_204_is_not_the_last() throws InterruptedException {
      api.add(BEGIN).add(AnyApi.NOW.minusSeconds(3600)).empty(204);
      Landing landing = landing(CURSOR, FILTER, "errors: {nothingNew: [{status: 204}]}");
      complete(landing, landing.run());
    }

    @Test
    void a_page_behind_the_last_one_of_a_window_is_not_the_walk_s_end()
        throws InterruptedException {
      spread(63, Duration.ofHours(35)).behind(404);
      Landing landing = landing(PAGES.replace("}", ", behindLast: [404]}"), FILTER, "");
      complete(landing, landing.run());
    }
  }

  @Test
  void a_clock_behind_the_server_s_leaves_nothing_out() throws InterruptedException {
    now.set(AnyApi.NOW.plus(Duration.ofHours(2)));
    api.add(BEGIN).add(AnyApi.NOW.plus(Duration.ofHours(1)));
    Landing landing = landing(CURSOR);
    complete(landing, landing.run());
  }

  @Test
  void an_api_that_does_not_heed_the_upper_bound_is_named() throws InterruptedException {
    api.add(AnyApi.NOW.minusSeconds(3600)).heedless();
    assertThat(Landing.failure(landing(CURSOR).run()))
        .contains("asked for what is before 2026-08-24T00:00:00Z", "correct filter.until");
  }

  @Test
  void an_api_that_reads_the_lower_bound_in_another_zone_is_named() throws InterruptedException {
    api.add(Instant.parse("2026-08-13T02:00:00Z"));
    String elsewhere = FILTER.replace("}", ", format: date, zone: \"-07:00\"}");
    assertThat(Landing.failure(landing(CURSOR, elsewhere, "").run()))
        .contains(
            "asked for what is not before", "correct filter.from, filter.format or filter.zone");
  }

  @Test
  void a_window_that_is_refused_is_named_with_its_key() throws InterruptedException {
    assertThat(Landing.failure(landing(CURSOR, FILTER.replace("10d", "11d"), "").run()))
        .contains(
            "asked was the window from 2026-08-14T00:00:00Z until 2026-08-25T00:00:00Z",
            "correct filter.window");
  }
}
