package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Windows that no walk could be made of are refused with their line. */
class WindowWordsTest {
  private static String filtered(String filter, String... members) {
    return Acme.plus(
        "watermark: {field: at}", "filter: {" + filter + "}", String.join("\n    ", members));
  }

  @Test
  void a_window_needs_two_bounds_and_a_beginning() {
    assertThat(Acme.refusal(filtered("from: a, until: b, window: 30d")))
        .contains("acme.yaml:18", "filter.window without since", "since: 2015-01-01");
    assertThat(Acme.refusal(filtered("from: a, window: 30d, since: 2015-01-01")))
        .contains("acme.yaml:18", "filter.window without until");
    assertThat(Acme.refusal(filtered("from: a, until: b, since: 2015-01-01")))
        .contains("filter.since without window");
    assertThat(Acme.refusal(filtered("from: a, until: b, window: 30d, since: yesterday")))
        .contains("acme.yaml:18", "\"yesterday\" is no time; write a day such as 2015-01-01");
    assertThat(Acme.refusal(filtered("from: a, until: b, window: 30d, since: 2015-02-30")))
        .contains("\"2015-02-30\" is no time");
  }

  @Test
  void every_request_has_both_bounds() {
    String both = "from: a, until: b, window: 30d, since: 2015-01-01";
    assertThat(Acme.refusal(filtered(both + ", initial: \"0\""))).contains("leave initial out");
    assertThat(Acme.refusal(filtered(both + ", optional: true"))).contains("leave optional out");
    assertThat(Acme.refusal(filtered(both + ", format: integer"))).contains("has no windows");
    assertThat(
            Acme.refusal(
                filtered(
                    "from: a, until: b, window: 1h, since: 2015-01-01, format: date, zone: Z")))
        .contains("no longer than what the format date can tell apart");
  }

  @Test
  void what_spans_the_windows_is_refused() {
    String both = "from: a, until: b, window: 30d, since: 2015-01-01T00:00:00+02:00";
    assertThat(Acme.refusal(filtered(both, "total: count"))).contains("total with filter.window");
    assertThat(
            Acme.refusal(
                filtered(both)
                    .replace("kind: none", "kind: cursor, parameter: c, next: n")
                    .replace("promote: run-start", "promote: cursor")))
        .contains("filter.window with promote: cursor");
    assertThat(
            Acme.refusal(
                filtered(both)
                    .replace("kind: none", "kind: time-step, next: t")
                    .replace("order: id", "order: watermark-ascending")))
        .contains("filter.window with pagination: time-step");
  }

  @Test
  void counted_pages_of_a_window_need_rows_that_are_only_added() {
    String counted =
        filtered("from: a, until: b, window: 30d, since: 2015-01-01")
            .replace("kind: none", "kind: page-number, parameter: p");
    assertThat(Acme.refusal(counted)).contains("page-number with a filter loses records");
    Resource added = Acme.resource(counted + "    appendOnly: true\n");
    assertThat(added.traversal().filter()).isNotNull();
  }

  @Test
  void a_walk_by_windows_proves_deletes_only_where_one_record_can_be_asked_for() {
    String plain = filtered("from: a, until: b, window: 30d, since: 2015-01-01");
    assertThat(Acme.resource(plain).cannotReconcile()).contains("out of the window");
    assertThat(Acme.resource(plain + "    single: {path: \"/deals/{id}\"}\n").cannotReconcile())
        .isNull();
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", plain)))
        .contains("at most 30 d apart", "from 2015-01-01T00:00:00Z");
  }
}
