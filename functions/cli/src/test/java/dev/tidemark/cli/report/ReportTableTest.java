package dev.tidemark.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.core.run.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTableTest {
  @Test
  void a_reconcile_shows_its_deletes_and_a_long_name_moves_the_columns() {
    ObjectNode answer = answer("completed");
    answer.putObject("tally").put("records", 2).put("deletes", 7);
    String name = "custom_object_records.apartment";
    List<String> lines = lines(report(name, answer));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).matches("resource +outcome +records +unchanged +deleted .*");
    assertThat(lines.getLast()).matches(name + " completed +2 +0 +7 .*");
    assertThat(lines.getFirst().indexOf("outcome")).isEqualTo(name.length() + 1);
  }

  @Test
  void a_refresh_names_what_is_gone_or_hidden() {
    ObjectNode answer = answer("completed");
    answer.putArray("absent").add("7001").add("7004");
    assertThat(lines(report("deals", answer)).getLast())
        .contains("gone or hidden: 7001, 7004")
        .contains("reconcile");
  }

  @Test
  void a_filter_that_was_not_heeded_is_said_and_one_that_was_is_not() {
    for (String filter : List.of("ignored", "refused")) {
      assertThat(lines(report("deals", answer("completed").put("filter", filter))).getLast())
          .contains("the API " + filter + " the lower bound")
          .contains("the data are right");
    }
    assertThat(lines(report("deals", answer("completed").put("filter", "honoured")))).hasSize(2);
    assertThat(lines(report("deals", answer("completed").putNull("filter")))).hasSize(2);
  }

  @Test
  void what_a_handler_refuses_has_failed_with_its_sentence() {
    ResourceReport report = report("deals", answer("refused").put("reason", "Set schema to 2."));
    assertThat(report.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(lines(report).get(1)).matches("deals +failed .*");
    assertThat(lines(report).get(2)).isEqualTo("  Set schema to 2.");
  }

  @Test
  void what_could_not_be_read_is_counted_in_words() {
    ObjectNode answer = answer("completed");
    answer.putObject("tally").put("passedOver", 3).put("rejected", 2);
    assertThat(lines(report("deal_notes", answer)))
        .anyMatch(line -> line.contains("3 parents may not be read"))
        .anyMatch(line -> line.contains("2 values could not be records: see rejected/"));
  }

  private static ObjectNode answer(String outcome) {
    return JsonNodeFactory.instance.objectNode().put("outcome", outcome);
  }

  private static ResourceReport report(String resource, ObjectNode answer) {
    ResourceReport before = ResourceReport.waiting("lev", resource, Mode.INCREMENTAL);
    return ResourceReport.of("lev", resource, answer, before);
  }

  private static List<String> lines(ResourceReport report) {
    ReportTable table = new ReportTable();
    table.add(report);
    return table.lines();
  }
}
