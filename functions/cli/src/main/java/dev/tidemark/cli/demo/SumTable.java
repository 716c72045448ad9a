package dev.tidemark.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What runs came to, as a table. */
final class SumTable {
  private static final List<String> COUNTS = List.of("records", "deletes", "duplicates", "pages");

  private final List<String> lines = new ArrayList<>();

  SumTable() {
    lines.add(
        String.format(
            Locale.ROOT,
            "%-34s %9s %9s %9s %9s %5s",
            "",
            "landed",
            "deleted",
            "unchanged",
            "pages",
            "legs"));
  }

  /** Adds a line for {@code sums} together. */
  SumTable add(String title, List<RunSum> sums) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-34s", title));
    for (String count : COUNTS) {
      line.append(String.format(Locale.ROOT, " %,9d", sum(sums, count)));
    }
    long legs = sums.stream().mapToLong(RunSum::legs).sum();
    lines.add(line.append(String.format(Locale.ROOT, " %,5d", legs)).toString());
    return this;
  }

  private static long sum(List<RunSum> sums, String count) {
    return sums.stream().mapToLong(sum -> sum.count(count)).sum();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
