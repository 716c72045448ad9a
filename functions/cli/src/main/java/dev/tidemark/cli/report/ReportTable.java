package dev.tidemark.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reports for operators: a line of numbers for each resource, and sentences about what is unusual.
 */
final class ReportTable {
  private static final int NARROWEST = 14;

  private final List<ResourceReport> reports = new ArrayList<>();

  void add(ResourceReport report) {
    reports.add(report);
  }

  boolean isEmpty() {
    return reports.isEmpty();
  }

  List<String> lines() {
    int width =
        reports.stream()
            .mapToInt(report -> report.text("resource").length())
            .reduce(NARROWEST, Math::max);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-" + width + "s %-10s %10s %10s %8s %6s %5s %6s %9s",
            "resource",
            "outcome",
            "records",
            "unchanged",
            "deleted",
            "pages",
            "legs",
            "calls",
            "seconds"));
    for (ResourceReport report : reports) {
      lines.add(row(report, width));
      ReportNotes.of(report).forEach(remark -> lines.add("  " + remark));
    }
    return lines;
  }

  private static String row(ResourceReport report, int width) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s %-10s %,10d %,10d %,8d %,6d %,5d %,6d %9.1f",
        report.text("resource"),
        report.text("outcome"),
        report.count("records"),
        report.count("duplicates"),
        report.count("deletes"),
        report.count("pages"),
        report.count("legs"),
        report.count("apiCalls"),
        report.count("elapsedMs") / 1000.0);
  }
}
