package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Explanation;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An API that states how many records its list has, beside one that shows fewer; and parents. */
class StatedTotalTest {
  private static final Definition API =
      AnyApi.definition(
          "pagination: {kind: page-number, parameter: p}",
          "pageSize: {parameter: n, ask: 20, max: 20}",
          "total: meta.count");

  private int shown = 50;
  private int stated = 50;

  private QueryApi.Reply page(int number) {
    return new QueryApi.Reply(
        200,
        IntStream.rangeClosed((number - 1) * 20 + 1, Math.min(shown, number * 20))
            .mapToObj(id -> "{\"id\":" + id + "}")
            .collect(
                Collectors.joining(",", "{\"data\":[", "],\"meta\":{\"count\":" + stated + "}}")));
  }

  private final Landing landing =
      new Landing(API, "all", new QueryApi(query -> page(Integer.parseInt(query.get("p")))));

  @Test
  void as_many_as_stated_is_no_warning_and_fewer_is_one() throws InterruptedException {
    assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
    stated = 55;
    assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.of(Warning.TOTAL_DIFFERS, 1));
    stated = 40;
    assertThat(Landing.warnings(landing.run())).isEqualTo(Warnings.NONE);
    assertThat(Explanation.of(API)).contains("with the whole list's size, at meta.count");
  }

  @Test
  void under_four_fifths_of_what_is_stated_fails_and_publishes_nothing()
      throws InterruptedException {
    landing.run();
    shown = 30;
    for (Mode mode : new Mode[] {Mode.RECONCILE, Mode.INCREMENTAL}) {
      assertThat(Landing.failure(landing.run(mode, Duration.ofMinutes(5))))
          .contains("states that the list has 50 records, and the walk ended after 30");
      assertThat(landing.ids()).hasSize(50);
    }
    shown = 50;
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
  }

  @Test
  void records_that_come_twice_do_not_stand_for_those_that_never_came()
      throws InterruptedException {
    Landing twice =
        new Landing(
            API,
            "all",
            new QueryApi(query -> {
              int number = Integer.parseInt(query.get("p"));
              return page(number == 2 ? 1 : number);
            }));
    assertThat(Landing.failure(twice.run()))
        .contains("states that the list has 50 records, and the walk ended after 30");
  }

  @Test
  void one_page_whose_records_have_a_fresh_link_each_time_is_still_one_page()
      throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    Landing signed =
        new Landing(
            AnyApi.definition("pagination: {kind: offset, parameter: o}"),
            "all",
            new QueryApi(_ ->
                new QueryApi.Reply(
                    200,
                    "{\"data\":[{\"id\":1,\"a\":" + asked.incrementAndGet() + "},{\"id\":2}]}")));
    assertThat(Landing.failure(signed.run()))
        .contains("repeats pages that this walk has already seen");
    assertThat(asked).hasValueLessThan(10);
  }

  @Test
  void a_list_of_parents_that_ignores_the_position_fails_though_there_are_no_children()
      throws InterruptedException {
    QueryApi api =
        new QueryApi(query ->
            query.getOrDefault("path", "").endsWith("/notes")
                ? new QueryApi.Reply(200, "{\"data\":[]}")
                : page(1));
    Definition family =
        DefinitionReader.read(
            "acme.yaml",
            """
            tidemark: 1
            source: acme
            title: Acme
            baseUrl: https://api.acme.example
            auth: {apiKey: {}}
            defaults: {records: data, id: id, order: unordered, promote: run-start}
            resources:
              all:
                path: /all
                pagination: {kind: page-number, parameter: p}
              notes:
                parent: all
                path: /all/{parent}/notes
                pagination: {kind: none}
            """);
    assertThat(Landing.failure(new Landing(family, "notes", api).run()))
        .contains("the list of parents repeats one page again and again");
    assertThat(api.asked()).hasSizeLessThan(100);
  }
}
