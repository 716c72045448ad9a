package dev.tidemark.cli.lies;

import static dev.tidemark.cli.lies.Records.array;
import static dev.tidemark.cli.lies.Records.cut;
import static dev.tidemark.cli.lies.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.lies.ScriptedApi.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Pages that are cut, named or continued otherwise than the definition says. */
@Execution(ExecutionMode.CONCURRENT)
final class PagesThatLieTest {
  private static final String WHOLE = "order: id, promote: run-start";

  @TempDir private Path folder;

  private static ScriptedApi.Script odata() {
    return asked -> {
      int skip = asked.number("skip", 0);
      String next = skip < 6 ? ",\"@odata.nextLink\":\"/things?skip=" + (skip + 3) + "\"" : "";
      return Said.ok("{\"value\":" + array(skip + 1, skip + 3) + next + "}");
    };
  }

  private static String odata(String next) {
    return """
    resources:
      things:
        path: /things
        records: value
        id: id
        pagination: {kind: next-url, next: %s, absentEnds: true}
        %s
    """
        .formatted(next, WHOLE.replace(", ", "\n    "));
  }

  @Test
  void a_member_whose_name_has_a_dot_is_named_by_the_failure() {
    try (ScriptedApi api = ScriptedApi.start(odata())) {
      Landed landed = Landed.of(folder, api, odata("\"@odata.nextLink\""));
      assertThat(landed.sync().reason()).contains("@odata.nextLink").contains("[");
      assertThat(landed.manifests()).isZero();
    }
  }

  @Test
  void a_member_whose_name_has_a_dot_is_read_by_a_path_in_list_form() {
    try (ScriptedApi api = ScriptedApi.start(odata())) {
      Landed landed = Landed.of(folder, api, odata("[\"@odata.nextLink\"]"));
      assertThat(landed.sync().completed().report().path("records").asInt()).isEqualTo(9);
    }
  }

  private static String counted(String pagination) {
    return """
    resources:
      things:
        path: /things
        records: ""
        id: id
        pageSize: {parameter: limit, ask: 20, max: 100, shrinkOn: [504]}
        pagination: %s
        order: id
        promote: run-start
    """
        .formatted(pagination);
  }

  @Test
  void an_offset_that_is_ignored_fails_within_a_few_pages() {
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok(array(1, 20)))) {
      Landed landed = Landed.of(folder, api, counted("{kind: offset, parameter: offset}"));
      assertThat(landed.sync().reason()).contains("has no effect");
      assertThat(api.asked()).hasSizeLessThan(8);
      assertThat(landed.manifests()).isZero();
      api.becomes(asked -> Said.ok(array(cut(many(70), asked.number("offset", 0), 20))));
      landed.sync().completed();
      assertThat(landed.state()).hasSize(70);
    }
  }

  @Test
  void a_page_number_past_the_end_that_repeats_the_last_page_fails() {
    try (ScriptedApi api =
        ScriptedApi.start(asked -> {
          int page = Math.min(3, asked.number("page", 1));
          return Said.ok(array(page * 20 - 19, page * 20));
        })) {
      Landed landed = Landed.of(folder, api, counted("{kind: page-number, parameter: page}"));
      assertThat(landed.sync().reason()).contains("has no effect");
      assertThat(landed.manifests()).isZero();
    }
  }

  private static List<String> many(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Records::record).toList();
  }

  @Test
  void a_page_that_times_out_is_asked_for_at_a_smaller_size_without_a_gap() {
    try (ScriptedApi api =
        ScriptedApi.start(asked -> {
          int size = asked.number("limit", 20);
          int from = (asked.number("page", 1) - 1) * size;
          return from >= 40 && size > 10
              ? Said.status(504)
              : Said.ok(array(cut(many(200), from, size)));
        })) {
      Landed landed = Landed.of(folder, api, counted("{kind: page-number, parameter: page}"));
      landed.sync().completed();
      assertThat(landed.state()).hasSize(200);
    }
  }

  @Test
  void another_page_size_in_a_later_leg_leaves_no_gap() {
    Said wait = new Said(429, "{}", Map.of("Retry-After", "1"));
    AtomicBoolean patient = new AtomicBoolean();
    try (ScriptedApi api =
        ScriptedApi.start(asked -> {
          int size = asked.number("limit", 20);
          int page = asked.number("page", 1);
          return page == 4 && !patient.getAndSet(true)
              ? wait
              : Said.ok(array(cut(many(200), (page - 1) * size, size)));
        })) {
      Landed landed = Landed.of(folder, api, counted("{kind: page-number, parameter: page}"));
      assertThat(landed.sync("--max-legs", "1", "--patience", "1ms").status()).isEqualTo(3);
      landed.sync("--set", "pageSize=50").completed();
      assertThat(landed.state()).hasSize(200);
    }
  }

  @Test
  void pages_that_are_capped_are_not_taken_for_the_last_one() {
    try (ScriptedApi api =
        ScriptedApi.start(asked -> {
          int from = asked.number("offset", 0);
          return Said.ok(array(cut(many(50), from, 10)));
        })) {
      Landed landed =
          Landed.of(folder, api, counted("{kind: offset, parameter: offset, lastPage: short}"));
      Landed.Ran ran = landed.sync().completed();
      assertThat(landed.state()).hasSize(50);
      assertThat(ran.warned("short-pages")).isPositive();
    }
  }

  @Test
  void a_list_of_one_short_page_ends_where_nothing_stands_behind_it() {
    try (ScriptedApi api =
        ScriptedApi.start(
            asked -> asked.number("page", 1) == 1 ? Said.ok(array(1, 5)) : Said.status(404))) {
      Landed landed =
          Landed.of(folder, api, counted("{kind: page-number, parameter: page, lastPage: short}"));
      landed.sync().completed();
      assertThat(landed.state()).hasSize(5);
    }
  }

  private static String ascending(String more) {
    return """
    resources:
      things:
        path: /things
        records: data
        id: id
        pageSize: {parameter: limit, ask: 100, max: 100}
        pagination: {kind: cursor, parameter: cursor, next: next, absentEnds: true}
        order: watermark-ascending
        watermark: {field: updated_at}
        version: {field: updated_at}
        filter: {from: since}
        promote: max-seen
    %s
    """
        .formatted(more);
  }

  /** Five hundred records, of which the oldest is edited while page three is asked for. */
  private static ScriptedApi.Script positional() {
    String edited = "{\"id\":50,\"updated_at\":\"2026-03-01T00:00:00Z\"}";
    int[] pages = {0};
    return asked -> {
      List<String> all = new java.util.ArrayList<>(many(500));
      pages[0] += asked.text("since").startsWith("2026-02") ? 0 : 1;
      if (pages[0] >= 3) {
        all.remove(49);
        all.add(edited);
      }
      String since = asked.text("since").replace(".000Z", "Z");
      List<String> shown =
          all.stream().filter(record -> time(record).compareTo(since) >= 0).toList();
      int from = asked.query().containsKey("cursor") ? position(asked.text("cursor")) : 0;
      List<String> page = cut(shown, from, 100);
      String next =
          from + 100 < shown.size() ? ",\"next\":\"" + opaque(from + 100) + "\"" : ",\"next\":null";
      return Said.ok("{\"data\":" + array(page) + next + "}");
    };
  }

  private static String time(String record) {
    return record.replaceAll(".*\"updated_at\":\"([^\"]+)\".*", "$1");
  }

  private static String opaque(int position) {
    return "k" + Integer.toString(position * 7919 + 13, 36);
  }

  private static int position(String cursor) {
    return (Integer.parseInt(cursor.substring(1), 36) - 13) / 7919;
  }

  @Test
  void a_cursor_that_is_a_position_loses_nothing_of_an_ascending_walk() {
    try (ScriptedApi api = ScriptedApi.start(positional())) {
      Landed landed = Landed.of(folder, api, ascending(""));
      landed.sync().completed();
      landed.sync().completed();
      assertThat(landed.state()).hasSize(500);
    }
  }

  @Test
  void a_cursor_that_counts_rows_in_the_open_is_no_key() {
    try (ScriptedApi api =
        ScriptedApi.start(asked -> {
          int from = asked.number("cursor", 0);
          String next = from < 400 ? ",\"next\":\"" + (from + 100) + "\"" : "";
          List<String> shown = many(507).subList(7, 507);
          return Said.ok("{\"data\":" + array(cut(shown, from, 100)) + next + "}");
        })) {
      Landed landed = Landed.of(folder, api, ascending("    walk: cursor"));
      assertThat(landed.sync().reason()).contains("position").contains("walk: bound");
    }
  }

  @Test
  void a_full_page_that_says_nothing_of_a_next_one_is_counted_and_proves_no_delete() {
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok("{\"data\":" + array(1, 100) + "}"))) {
      Landed landed =
          Landed.of(
              folder,
              api,
              ascending("")
                  .replace("watermark-ascending", "id")
                  .replace("max-seen", "run-start")
                  .replace("    filter: {from: since}\n", ""));
      assertThat(landed.sync().completed().warned("full-last-page")).isEqualTo(1);
      api.becomes(
          _ -> Said.ok("{\"data\":" + array(1, 100).replace("\"id\":7,", "\"id\":107,") + "}"));
      landed.reconcile();
      assertThat(landed.state()).containsKey("7");
    }
  }

  @Test
  void an_offset_that_stops_at_the_end_of_the_data_completes() {
    try (ScriptedApi api =
        ScriptedApi.start(asked -> Said.ok(array(cut(many(45), asked.number("offset", 0), 20))))) {
      Landed landed = Landed.of(folder, api, counted("{kind: offset, parameter: offset}"));
      landed.sync().completed();
      assertThat(landed.state()).hasSize(45).containsEntry("45", record(45));
      assertThat(Map.copyOf(landed.state())).doesNotContainKey("46");
    }
  }
}
