package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import dev.tidemark.rest.standin.QueryApi.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that writes what has not changed otherwise each time. */
class NewEachTimeTest {
  private static final int RECORDS = 12;

  private final Random random = new Random(7);
  private boolean shuffles;
  private boolean signs;
  private int edited;
  private int requests;

  private Reply answer(Map<String, String> query) {
    requests++;
    return new Reply(
        200,
        IntStream.rangeClosed(1, RECORDS)
            .mapToObj(this::record)
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  private String record(int id) {
    String sign = signs ? String.valueOf(requests) : "0";
    return object(
        "\"id\":" + id,
        "\"rev\":" + (id == edited ? 2 : 1),
        "\"at\":\"2026-11-21T00:00:0" + id % 10 + "Z\"",
        "\"owner\":" + object("\"a\":" + (id == edited ? 5 : 4), "\"b\":[1,2]"),
        "\"files\":["
            + object("\"url\":\"https://f.example/1?sig=" + sign + "\"", "\"n\":\"x\"")
            + ",["
            + object("\"url\":\"https://f.example/2?sig=" + sign + "\"")
            + "]]");
  }

  private String object(String... members) {
    List<String> all = new ArrayList<>(List.of(members));
    if (shuffles) {
      Collections.shuffle(all, random);
    }
    return "{" + String.join(",", all) + "}";
  }

  private Landing landing(String... members) {
    List<String> all = new ArrayList<>(List.of(members));
    all.add("pagination: {kind: none}");
    return new Landing(
        AnyApi.definition(all.toArray(String[]::new)), "all", new QueryApi(this::answer));
  }

  private static Tally tally(Landing landing) throws InterruptedException {
    landing.clock().advance(Duration.ofHours(1));
    LegOutcome outcome = landing.run();
    assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
    return ((LegOutcome.Completed) outcome).manifest().seal().progress().tally();
  }

  @Test
  void members_in_another_order_are_no_change_where_they_are_declared_to_come_so()
      throws InterruptedException {
    shuffles = true;
    Landing landing = landing("shuffled: true");
    assertThat(tally(landing).records().upserts()).isEqualTo(RECORDS);
    Map<String, String> landed = landing.newest();
    assertThat(tally(landing).records().upserts()).isZero();
    assertThat(landing.newest()).as("landed as they were sent first").isEqualTo(landed);
    edited = 3;
    assertThat(tally(landing).records().upserts()).isEqualTo(1);
    assertThat(landing.newest().get("3")).contains("\"rev\":2", "\"a\":5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shuffled: false", "shuffled: true"})
  void a_member_in_a_list_that_is_new_each_time_is_no_change_where_it_is_volatile(String order)
      throws InterruptedException {
    signs = true;
    shuffles = order.endsWith("true");
    Landing landing = landing("volatile: [files.url]", order);
    assertThat(tally(landing).records().upserts()).isEqualTo(RECORDS);
    assertThat(tally(landing).records().upserts()).isZero();
    edited = 3;
    assertThat(tally(landing).records().upserts()).isEqualTo(1);
    assertThat(landing.newest().get("3")).contains("sig=3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "version: {field: rev, type: integer}",
        "watermark: {field: at}\n    version: {field: at}\n    filter: {from: since}\n"
            + "    lookback: 30d"
      })
  void a_run_in_which_everything_changed_says_so(String members) throws InterruptedException {
    for (boolean shuffled : new boolean[] {true, false}) {
      shuffles = shuffled;
      signs = !shuffled;
      Landing landing = landing(members);
      Tally first = tally(landing);
      assertThat(first.warnings()).isEqualTo(Warnings.NONE);
      Tally again = tally(landing);
      assertThat(again.records().upserts()).isEqualTo(RECORDS);
      assertThat(again.warnings()).isEqualTo(Warnings.of(Warning.NEARLY_ALL_CHANGED, 1));
    }
  }

  @Test
  void an_edit_among_others_says_nothing() throws InterruptedException {
    Landing landing = landing();
    tally(landing);
    edited = 4;
    Tally again = tally(landing);
    assertThat(again.records().upserts()).isEqualTo(1);
    assertThat(again.warnings()).isEqualTo(Warnings.NONE);
  }
}
