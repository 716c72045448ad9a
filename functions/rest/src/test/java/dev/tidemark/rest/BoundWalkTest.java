package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.MovingApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An ascending list whose cursor is a position, walked by the time last seen. */
class BoundWalkTest {
  private static final String CURSOR = "pagination: {kind: cursor, parameter: c, next: next}";
  private static final String URL = "pagination: {kind: next-url, next: url}";
  private static final String LINK = "pagination: {kind: link-header}";
  private static final String FILTER = "filter: {from: since}";

  private final MovingApi api = new MovingApi();

  private static Definition definition(String paging, String filter, String... members) {
    String[] all = {
      paging,
      filter,
      "order: watermark-ascending",
      "promote: max-seen",
      "watermark: {field: at}",
      "version: {field: at}",
      "pageSize: {parameter: n, ask: 10, max: 100}",
      String.join("\n    ", members)
    };
    return AnyApi.definition(all);
  }

  private Landing landing(String paging, String filter, String... members) {
    String[] stated = members.length == 0 ? new String[] {"walk: bound"} : members;
    return new Landing(definition(paging, filter, stated), "all", api);
  }

  private void complete(Landing landing) {
    assertThat(landing.newest()).isEqualTo(api.truth());
  }

  @ParameterizedTest
  @ValueSource(strings = {CURSOR, URL, LINK})
  void an_edit_behind_the_cursor_moves_no_row_past_the_walk(String paging)
      throws InterruptedException {
    api.fill(50, Duration.ofSeconds(7));
    api.at(3, () -> api.edit(4)).at(4, () -> api.remove(7));
    Landing landing = landing(paging, FILTER);
    assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
    assertThat(landing.ids()).containsAll(api.truth().keySet());
    assertThat(api.queries()).filteredOn(query -> query.contains("c=")).isEmpty();
  }

  @Test
  void the_same_walk_by_the_cursor_is_refused_once_it_shows_that_it_counts()
      throws InterruptedException {
    api.fill(50, Duration.ofSeconds(7));
    api.remove(2);
    for (String member : List.of("walk: cursor", "walk: null")) {
      String filter = member.equals("walk: cursor") ? FILTER : FILTER.replace("}", ", bound: gt}");
      Landing landing = landing(CURSOR, filter, member.replace("walk: null", "schema: 1"));
      assertThat(Landing.failure(landing.run()))
          .contains("the cursor is a position in the list (10, then 20)", "declare walk: bound");
      assertThat(landing.ids()).isEmpty();
    }
  }

  @Test
  void later_runs_ask_from_the_lookback_and_publish_once() throws InterruptedException {
    api.fill(50, Duration.ofSeconds(40));
    Landing landing = landing(CURSOR, FILTER);
    landing.run();
    landing.clock().advance(Duration.ofHours(1));
    api.now(landing.clock().instant());
    api.edit(12);
    api.edit(33);
    LegOutcome outcome = landing.run();
    assertThat(
            ((LegOutcome.Completed) outcome)
                .manifest()
                .seal()
                .progress()
                .tally()
                .records()
                .upserts())
        .isEqualTo(2);
    complete(landing);
  }

  @Nested
  class WhereRecordsShareATime {
    @ParameterizedTest
    @CsvSource({"11, 1", "35, 1", "100, 1", "30, 12"})
    void the_api_s_cursor_leads_on_until_time_moves(int tied, int apart)
        throws InterruptedException {
      api.opaque();
      api.fill(apart, Duration.ofSeconds(1));
      api.fill(tied, Duration.ZERO);
      api.fill(25, Duration.ofSeconds(1));
      Landing landing = landing(CURSOR, FILTER);
      LegOutcome outcome = landing.run();
      assertThat(Landing.warnings(outcome).has(Warning.TIES_BY_CURSOR)).isTrue();
      complete(landing);
    }

    @Test
    void a_position_among_them_is_refused() throws InterruptedException {
      api.fill(40, Duration.ZERO);
      Landing landing = landing(CURSOR, FILTER);
      assertThat(Landing.failure(landing.run()))
          .contains("the cursor is a position in the list", "larger pages", "declare walk: cursor")
          .doesNotContain("declare walk: bound");
    }

    @Test
    void less_than_a_page_of_them_needs_no_cursor() throws InterruptedException {
      for (int i = 0; i < 10; i++) {
        api.fill(6, Duration.ZERO);
        api.fill(1, Duration.ofSeconds(1));
      }
      Landing landing = landing(CURSOR, FILTER);
      assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
      complete(landing);
    }
  }

  @Nested
  class WhereTheFilterIsCoarse {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "filter: {from: since, format: epoch-seconds, withCursor: false}",
          "filter: {from: since, format: epoch-seconds, initial: \"0\"}",
          "filter: {from: since, format: iso-8601-seconds}"
        })
    void records_of_one_second_are_read_again_and_land_once(String filter)
        throws InterruptedException {
      api.fill(200, Duration.ofMillis(230));
      Landing landing = landing(CURSOR, filter);
      LegOutcome outcome = landing.run();
      complete(landing);
      assertThat(
              ((LegOutcome.Completed) outcome)
                  .manifest()
                  .seal()
                  .progress()
                  .tally()
                  .records()
                  .upserts())
          .isEqualTo(200);
      assertThat(((LegOutcome.Completed) outcome).manifest().seal().checkpoint())
          .as("the order is believed, though each page shows the last second again")
          .isNotNull();
    }
  }

  @Nested
  class WhereTheApiIsNotAsDeclared {
    @Test
    void one_that_ignores_the_bound_is_walked_by_its_cursor() throws InterruptedException {
      api.ignoring().opaque().fill(50, Duration.ofSeconds(7));
      Landing landing = landing(CURSOR, FILTER);
      landing.run();
      complete(landing);
    }

    @Test
    void one_that_is_in_no_order_is_refused_since_its_cursor_may_be_a_position()
        throws InterruptedException {
      api.opaque().fill(50, Duration.ofSeconds(7));
      api.shuffle();
      assertThat(Landing.failure(landing(CURSOR, FILTER).run()))
          .contains("the list is not in the order that is declared", "oldest change first");
    }

    @Test
    void one_that_loses_its_order_on_the_way_is_refused() throws InterruptedException {
      api.opaque().fill(30, Duration.ofSeconds(7));
      api.swap(25, 26);
      assertThat(Landing.failure(landing(CURSOR, FILTER).run()))
          .contains("the list is not in the order that is declared", "declare order: unordered");
    }

    @Test
    void a_last_record_that_is_ahead_of_its_time_takes_the_walk_past_nothing()
        throws InterruptedException {
      api.opaque().fill(50, Duration.ofSeconds(7));
      api.misplace(10, Duration.ofHours(2));
      Landing landing = landing(CURSOR, FILTER);
      LegOutcome outcome = landing.run();
      if (outcome instanceof LegOutcome.Completed) {
        complete(landing);
      } else {
        assertThat(Landing.failure(outcome)).contains("not in the order that is declared");
      }
    }
  }

  @Test
  void records_without_a_time_are_looked_for_unless_the_definition_says_that_there_are_none()
      throws InterruptedException {
    api.opaque();
    api.fill(25, Duration.ofSeconds(7));
    api.fillTimeless(13);
    Landing left = new Landing(definition(CURSOR, FILTER), "all", api);
    assertThat(Landing.warnings(left.run())).isEqualTo(Warnings.NONE);
    complete(left);
    assertThat(landing(CURSOR, FILTER).run()).isInstanceOf(LegOutcome.Completed.class);
  }

  @Test
  void a_walk_in_short_legs_is_the_same_walk() throws InterruptedException {
    Landing landing = landing(CURSOR, FILTER);
    api.fill(50, Duration.ofSeconds(7));
    api.each(() -> landing.clock().advance(Duration.ofSeconds(1)));
    landing.run(Mode.INCREMENTAL, Duration.ofMillis(500));
    complete(landing);
  }

  @Test
  void rows_do_not_move_behind_it_so_that_a_reconcile_proves() {
    Definition bound = definition(CURSOR, FILTER);
    assertThat(bound.resource("all").traversal().moves()).isFalse();
    assertThat(bound.resource("all").cannotReconcile()).isNull();
    Definition cursor = definition(CURSOR, FILTER, "walk: cursor");
    assertThat(cursor.resource("all").traversal().moves()).isTrue();
    ResourceKey key = ResourceKey.of("acme", "all");
    assertThat(AnyApi.account(bound, Map.of()).source().plan(key).queryHash())
        .isNotEqualTo(AnyApi.account(cursor, Map.of()).source().plan(key).queryHash());
  }
}
