package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import dev.tidemark.rest.standin.QueryApi.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole walks over counted lists whose API is not as its definition says. */
class CountedWalkTest {
  private static final String NUMBERS = "pagination: {kind: page-number, parameter: page";
  private static final String OFFSETS = "pagination: {kind: offset, parameter: skip";

  private static Reply rows(int all, long from, long size) {
    return new Reply(
        200,
        IntStream.range((int) Math.min(from, all), (int) Math.min(from + size, all))
            .mapToObj(i -> "{\"id\":" + (i + 1) + "}")
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  private static Reply page(Map<String, String> query, int all, int most) {
    int size = Math.min(Integer.parseInt(query.getOrDefault("n", "20")), most);
    long from =
        query.containsKey("page")
            ? (Long.parseLong(query.get("page")) - 1) * size
            : Long.parseLong(query.getOrDefault("skip", "0"));
    return rows(all, from, size);
  }

  private static Landing landing(Function<Map<String, String>, Reply> api, String... members) {
    return new Landing(AnyApi.definition(members), "all", new QueryApi(api));
  }

  private static Landing landing(QueryApi api, String... members) {
    return new Landing(AnyApi.definition(members), "all", api);
  }

  @Nested
  class WhereAShortPageIsTheLast {
    private static final String SIZE = "pageSize: {parameter: n, ask: 20, max: 20}";

    @ParameterizedTest
    @ValueSource(strings = {NUMBERS, OFFSETS})
    void an_api_that_gives_fewer_than_asked_for_is_walked_to_its_end(String paging)
        throws InterruptedException {
      Landing landing = landing(query -> page(query, 50, 10), paging + ", lastPage: short}", SIZE);
      LegOutcome outcome = landing.run();
      assertThat(landing.ids()).hasSize(50);
      assertThat(Landing.warnings(outcome)).isEqualTo(Warnings.of(Warning.SHORT_PAGES, 4));
    }

    /** Page 4 of 20 is not what follows on three pages of 10. */
    @ParameterizedTest
    @CsvSource({"3, false", "3, true", "2, false"})
    void a_cap_that_is_lifted_during_the_walk_loses_nothing_in_silence(int pages, boolean legs)
        throws InterruptedException {
      for (String paging : new String[] {NUMBERS, OFFSETS}) {
        int[] asked = new int[1];
        Landing[] landing = new Landing[1];
        landing[0] =
            landing(
                query -> {
                  landing[0].clock().advance(Duration.ofSeconds(1));
                  return page(query, 100, asked[0]++ < pages ? 10 : 20);
                },
                paging + ", lastPage: short}",
                SIZE);
        LegOutcome outcome =
            landing[0].run(Mode.INCREMENTAL, legs ? Duration.ofMillis(500) : Duration.ofHours(1));
        if (paging.equals(OFFSETS)) {
          assertThat(landing[0].ids()).hasSize(100);
        } else {
          assertThat(Landing.failure(outcome))
              .contains("each of those before it held 10", "set pageSize.ask");
          assertThat(landing[0].ids()).isEmpty();
          assertThat(landing[0].run()).isInstanceOf(LegOutcome.Completed.class);
          assertThat(landing[0].ids()).hasSize(100);
        }
      }
    }

    @Test
    void records_that_are_left_out_of_pages_do_not_look_like_a_cap() throws InterruptedException {
      Landing landing =
          landing(
              query -> {
                long page = Long.parseLong(query.get("page"));
                return rows(116, (page - 1) * 20, page < 4 ? 18 : 20);
              },
              NUMBERS + "}",
              SIZE);
      assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
      assertThat(landing.ids()).hasSize(110);
    }

    @Test
    void a_short_page_behind_a_full_one_is_believed() throws InterruptedException {
      QueryApi api = new QueryApi(query -> page(query, 45, 20));
      Landing landing = landing(api, NUMBERS + ", lastPage: short}", SIZE);
      assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
      assertThat(landing.ids()).hasSize(45);
      assertThat(api.asked()).containsExactly("n=20&page=1", "n=20&page=2", "n=20&page=3");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 416, 422})
    void a_refusal_of_the_extra_question_is_the_end(int status) throws InterruptedException {
      QueryApi api =
          new QueryApi(query ->
              "1".equals(query.get("page")) ? page(query, 7, 20) : new Reply(status, "{}"));
      Landing landing = landing(api, NUMBERS + ", lastPage: short}", SIZE);
      assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
      assertThat(landing.ids()).hasSize(7);
      assertThat(api.asked()).hasSize(2);
    }

    @Test
    void a_refusal_of_any_other_question_is_none() throws InterruptedException {
      Landing landing =
          landing(
              query -> "1".equals(query.get("page")) ? page(query, 50, 20) : new Reply(404, "{}"),
              NUMBERS + ", lastPage: short}",
              SIZE);
      assertThat(Landing.failure(landing.run()))
          .contains("how this API answers behind the last page", "errors.nothingNew")
          .contains("pagination.behindLast: [404]");
    }

    @Test
    void one_that_is_declared_to_be_the_end_is_it() throws InterruptedException {
      Landing landing =
          new Landing(
              AnyApi.with(
                  "errors: {nothingNew: [{status: 400, contains: invalid_page_number}]}",
                  NUMBERS + "}",
                  SIZE),
              "all",
              new QueryApi(query ->
                  Integer.parseInt(query.get("page")) <= 3
                      ? page(query, 60, 20)
                      : new Reply(400, "{\"code\":\"rest_post_invalid_page_number\"}")));
      assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
      assertThat(landing.ids()).hasSize(60);
    }
  }

  @Nested
  class WhereAPageIsTooMuch {
    private static final String SIZE =
        "pageSize: {parameter: n, ask: 20, max: 100, shrinkOn: [504]}";

    @ParameterizedTest
    @CsvSource({"1, 20", "3, 20", "3, 100", "10, 20", "2, 33"})
    void the_smaller_pages_begin_where_the_walk_stands(int bad, int ask)
        throws InterruptedException {
      Landing landing =
          landing(
              query ->
                  Integer.toString(bad).equals(query.get("page"))
                          && Integer.toString(ask).equals(query.get("n"))
                      ? new Reply(504, "")
                      : page(query, 400, 1000),
              NUMBERS + "}",
              SIZE.replace("ask: 20", "ask: " + ask));
      assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
      assertThat(landing.ids()).hasSize(400);
    }

    @Test
    void a_walk_whose_pages_were_not_full_is_refused_with_the_remedy() throws InterruptedException {
      Landing landing =
          landing(
              query -> "3".equals(query.get("page")) ? new Reply(504, "") : page(query, 200, 15),
              NUMBERS + "}",
              SIZE);
      assertThat(Landing.failure(landing.run()))
          .contains(
              "a page of 20 records is too much",
              "nothing was skipped: cancel the run and sync again with pageSize set to 10");
      assertThat(landing.ids()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 10", "10, 20", "20, 7"})
    void a_size_that_is_set_between_legs_counts_for_the_next_walk(int before, int then)
        throws InterruptedException {
      for (String paging : new String[] {NUMBERS, OFFSETS}) {
        Landing[] landing = new Landing[1];
        landing[0] =
            landing(
                query -> {
                  landing[0].clock().advance(Duration.ofSeconds(1));
                  return page(query, 200, 1000);
                },
                paging + "}",
                SIZE);
        landing[0].with(Map.of("pageSize", Integer.toString(before)));
        assertThat(landing[0].leg(Mode.INCREMENTAL, Duration.ofSeconds(3)))
            .isInstanceOf(LegOutcome.HandedOver.class);
        landing[0].with(Map.of("pageSize", Integer.toString(then)));
        assertThat(landing[0].run()).isInstanceOf(LegOutcome.Completed.class);
        assertThat(landing[0].ids()).hasSize(200);
      }
    }
  }

  @Nested
  class WhereThePositionHasNoEffect {
    private static final String SIZE = "pageSize: {parameter: n, ask: 25, max: 25}";

    @ParameterizedTest
    @ValueSource(strings = {NUMBERS + "}", OFFSETS + "}", OFFSETS + ", lastPage: short}"})
    void the_run_fails_within_a_few_pages_and_publishes_nothing(String paging)
        throws InterruptedException {
      QueryApi api = new QueryApi(_ -> rows(25, 0, 25));
      Landing landing = landing(api, paging, SIZE);
      assertThat(Landing.failure(landing.run()))
          .contains("the position that is asked for has no effect");
      assertThat(api.asked()).hasSizeLessThan(8);
      assertThat(landing.ids()).isEmpty();
    }

    /** As where the page is the offset divided by the limit, and fewer are given than the limit. */
    @ParameterizedTest
    @CsvSource({"15, 10", "25, 10", "25, 24", "45, 20", "70, 20"})
    void a_position_that_is_rounded_down_fails_however_short_the_list_is(int all, int most)
        throws InterruptedException {
      Landing landing =
          landing(
              query -> {
                int size = Integer.parseInt(query.get("n"));
                long page = Long.parseLong(query.getOrDefault("skip", "0")) / size;
                return rows(all, page * size, Math.min(size, most));
              },
              OFFSETS + "}",
              SIZE);
      assertThat(Landing.failure(landing.run()))
          .contains("the position that is asked for has no effect");
      assertThat(landing.ids()).isEmpty();
    }

    @Test
    void an_api_that_repeats_its_last_page_is_noticed_across_legs() throws InterruptedException {
      Landing[] landing = new Landing[1];
      QueryApi api =
          new QueryApi(query -> {
            landing[0].clock().advance(Duration.ofSeconds(1));
            long page = Math.min(Long.parseLong(query.get("page")), 4);
            return rows(100, (page - 1) * 25, 25);
          });
      landing[0] = landing(api, NUMBERS + "}", SIZE);
      assertThat(Landing.failure(landing[0].run(Mode.INCREMENTAL, Duration.ofMillis(500))))
          .contains("the position that is asked for has no effect");
      assertThat(api.asked()).hasSizeLessThan(12);
      assertThat(landing[0].ids()).isEmpty();
    }
  }

  @Test
  void a_place_of_an_earlier_version_is_taken_up() throws InterruptedException {
    QueryApi api = new QueryApi(query -> page(query, 50, 20));
    Desk desk =
        Desk.at(
            AnyApi.account(
                AnyApi.definition(
                    NUMBERS + ", lastPage: short}", "pageSize: {parameter: n, ask: 20, max: 20}"),
                Map.of()),
            "all",
            api,
            AnyApi.NOW);
    assertThat(desk.next("2").toString()).contains("next=3 20 20 uneven");
    assertThat(api.asked()).containsExactly("n=20&page=2");
  }
}
