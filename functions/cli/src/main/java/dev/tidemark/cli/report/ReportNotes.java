package dev.tidemark.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.state.Warning;
import java.util.ArrayList;
import java.util.List;

/** What the operator has to know of a resource besides its numbers, a sentence each. */
final class ReportNotes {
  private ReportNotes() {}

  static List<String> of(ResourceReport report) {
    List<String> remarks = new ArrayList<>();
    String reason = report.text("reason");
    if (report.json().path("reason").isTextual()) {
      remarks.add(reason);
    }
    if (report.json().path("requestId").isTextual()) {
      remarks.add("the vendor's request id: " + report.text("requestId"));
    }
    filter(remarks, report.text("filter"));
    absent(remarks, report.json().path("absent"));
    if (report.count("passedOver") > 0) {
      remarks.add(
          report.count("passedOver")
              + " parents may not be read, or are gone by now: what was published of them stays"
              + " unless a reconcile proves that they are gone");
    }
    for (Warning warning : Warning.values()) {
      long count = report.json().path("warnings").path(warning.word()).asLong();
      if (count > 0) {
        remarks.add("warning " + warning.word() + ": " + count + " " + warning.plural());
      }
    }
    if (report.count("rejected") > 0) {
      remarks.add(report.count("rejected") + " values could not be records: see rejected/");
    }
    return remarks;
  }

  private static void filter(List<String> remarks, String filter) {
    if (filter.equals("ignored") || filter.equals("refused")) {
      remarks.add(
          "the API "
              + filter
              + " the lower bound: the run walked everything and published what differs, so that"
              + " the data are right");
    }
  }

  private static void absent(List<String> remarks, JsonNode ids) {
    if (!ids.isEmpty()) {
      List<String> named = new ArrayList<>();
      ids.forEach(id -> named.add(id.asText()));
      remarks.add(
          "gone or hidden: "
              + String.join(", ", named)
              + " (to prove which: tidemark sync … --mode reconcile)");
    }
  }
}
