package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.paging.PositionWatch;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.MovingApi;
import dev.tidemark.rest.standin.QueryApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors and URLs that turn out to be positions, and ends that were only inferred. */
class PositionsTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @Nested
  class TheWatch {
    private final PositionWatch watch = new PositionWatch();

    private static String packed(String text) {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "20 ~ 40",
          "2 ~ 3",
          "/all?n=20&page=2 ~ /all?n=20&page=3",
          "/all?offset=20&n=20 ~ /all?offset=40&n=20",
          "{\"offset\":20} ~ {\"offset\":40}"
        })
    void tells_a_position_from_the_second_page_on(String sent, String next) {
      assertThat(watch.evidence(null, sent, 20, null)).isNull();
      assertThat(watch.evidence(sent, next, 20, null)).contains(", then ");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "{\"offset\":20} ~ {\"offset\":40}",
          "arrayconnection:20 ~ arrayconnection:40",
          "{\"page\": 2, \"n\": 20} ~ {\"page\": 3, \"n\": 20}"
        })
    void looks_into_what_is_packed(String sent, String next) {
      assertThat(watch.evidence(packed(sent), packed(next), 20, null)).contains(", then ");
      String url = "/all?after=";
      assertThat(watch.evidence(url + packed(sent), url + packed(next), 20, null)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "20 ~ 47",
          "t1-0 ~ t2-0",
          "/all?since_id=20 ~ /all?since_id=40",
          "/all?page=2&seed=1 ~ /all?page=3&seed=2",
          "{\"id\": 20} ~ {\"id\": 40}",
          "1776000020 ~ 1776000040",
          "abc ~ abd"
        })
    void takes_nothing_else_for_one(String sent, String next) {
      assertThat(watch.evidence(sent, next, 20, null)).isNull();
    }

    @Test
    void needs_three_positions_where_the_beginning_is_not_one_of_them() {
      assertThat(watch.evidence("140", "160", 20, null)).isNull();
      assertThat(watch.evidence("160", "180", 20, null)).isEqualTo("160, then 180");
      assertThat(watch.evidence("180", "191", 20, null)).isNull();
      assertThat(watch.evidence("191", "211", 20, null)).isNull();
    }

    @Test
    void believes_that_a_cursor_is_a_key_where_it_is_the_last_record_s() {
      assertThat(watch.evidence("20", "40", 20, "40")).isNull();
      assertThat(watch.evidence("20", "40", 20, "\"40\"")).isNull();
      assertThat(watch.evidence("20", "40", 20, "41")).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: cursor, parameter: c, next: next}",
        "{kind: next-url, next: url}",
        "{kind: link-header}"
      })
  void a_full_walk_by_positions_is_told_and_proves_no_delete(String paging)
      throws InterruptedException {
    MovingApi api = new MovingApi();
    api.fill(50, Duration.ofSeconds(7));
    Landing landing =
        new Landing(
            AnyApi.definition(
                "pagination: " + paging, "pageSize: {parameter: n, ask: 10, max: 10}"),
            "all",
            api);
    LegOutcome first = landing.run();
    assertThat(Landing.warnings(first).counts()).containsEntry(Warning.POSITIONAL, 3L);
    api.at(api.queries().size() + 3, () -> api.remove(4));
    landing.clock().advance(Duration.ofHours(1));
    LegOutcome outcome = landing.run(Mode.RECONCILE, LONG);
    assertThat(Landing.warnings(outcome).has(Warning.POSITIONAL)).isTrue();
    assertThat(Landing.warnings(outcome).counts())
        .as("21, which was passed over")
        .containsEntry(Warning.DELETES_UNPROVED, 1L);
    assertThat(landing.ids()).as("21 was passed over and lives").contains("21").hasSize(50);
  }

  @Nested
  class AnEndThatWasInferred {
    private static QueryApi api(int all) {
      return new QueryApi(query ->
          new QueryApi.Reply(
              200,
              IntStream.rangeClosed(1, Math.min(all, Integer.parseInt(query.get("n"))))
                  .mapToObj(id -> "{\"id\":" + id + "}")
                  .collect(Collectors.joining(",", "{\"data\":[", "],\"nextPage\":\"p\"}"))));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{kind: cursor, parameter: c, next: next.page, absentEnds: true}",
          "{kind: cursor, parameter: c, next: {header: X-Next}}",
          "{kind: next-url, next: next.page, absentEnds: true}",
          "{kind: link-header}"
        })
    void is_suspicious_behind_a_full_page_and_proves_no_delete(String paging)
        throws InterruptedException {
      Landing landing =
          new Landing(
              AnyApi.definition(
                  "pagination: " + paging, "pageSize: {parameter: n, ask: 50, max: 50}"),
              "all",
              api(50));
      assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.of(Warning.FULL_LAST_PAGE, 1));
      landing.with(Map.of("pageSize", "40"));
      landing.clock().advance(Duration.ofHours(1));
      LegOutcome outcome = landing.run(Mode.RECONCILE, LONG);
      assertThat(Landing.warnings(outcome))
          .isEqualTo(
              Warnings.of(Warning.FULL_LAST_PAGE, 1)
                  .plus(Warnings.of(Warning.DELETES_UNPROVED, 10)));
      assertThat(landing.ids()).hasSize(50);
    }

    @Test
    void is_none_behind_a_page_with_room() throws InterruptedException {
      Landing landing =
          new Landing(
              AnyApi.definition(
                  "pagination: {kind: link-header}", "pageSize: {parameter: n, ask: 50, max: 50}"),
              "all",
              api(49));
      assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
    }
  }

  /** A feed of changes, whose end is an empty page with the sequence that was sent. */
  @Nested
  class AFeed {
    private static final String FEED = "pagination: {kind: cursor, parameter: since, next: last}";

    private int changes = 25;
    private final QueryApi api =
        new QueryApi(query -> {
          int since = Integer.parseInt(query.getOrDefault("since", "0"));
          int end = Math.min(since + 10, changes);
          return new QueryApi.Reply(
              200,
              IntStream.rangeClosed(since + 1, end)
                  .mapToObj(id -> "{\"id\":" + id + "}")
                  .collect(Collectors.joining(",", "{\"data\":[", "],\"last\":\"" + end + "\"}")));
        });

    @Test
    void ends_where_it_stands_still_and_goes_on_from_there() throws InterruptedException {
      Landing landing =
          new Landing(AnyApi.definition(FEED, "promote: cursor", "order: unordered"), "all", api);
      assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
      assertThat(landing.ids()).hasSize(25);
      changes = 31;
      landing.run();
      assertThat(landing.ids()).hasSize(31);
      assertThat(api.asked())
          .containsExactly("", "since=10", "since=20", "since=25", "since=25", "since=31");
    }

    @Test
    void does_not_end_where_a_flag_says_that_there_is_more() throws InterruptedException {
      QueryApi stuck =
          new QueryApi(_ -> new QueryApi.Reply(200, "{\"data\":[],\"last\":\"7\",\"more\":true}"));
      Landing landing =
          new Landing(
              AnyApi.definition(
                  FEED.replace("}", ", more: more}"), "promote: cursor", "order: unordered"),
              "all",
              stuck);
      assertThat(Landing.failure(landing.run())).contains("gave the cursor that was sent");
    }

    @Test
    void does_not_end_where_its_sequence_is_no_bookmark() throws InterruptedException {
      changes = 5;
      Landing landing = new Landing(AnyApi.definition(FEED), "all", api);
      assertThat(Landing.failure(landing.run())).contains("gives the cursor again that was sent");
    }
  }
}
