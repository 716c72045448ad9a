package dev.tidemark.tables;

import dev.tidemark.core.lake.Manifest;
import dev.tidemark.lake.PublishedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs in portions that a table takes one after the other. */
final class Portions {
  private Portions() {}

  /**
   * Portions of {@code runs}, each of one schema version, in the order of the lake. A run that is
   * larger than that is a portion of its own.
   *
   * @param lines in a portion at most
   */
  static List<List<PublishedRun>> of(List<PublishedRun> runs, long lines) {
    List<List<PublishedRun>> portions = new ArrayList<>();
    List<PublishedRun> portion = new ArrayList<>();
    long filled = 0;
    for (PublishedRun run : inOrder(runs)) {
      long more = run.objects().stream().mapToLong(Manifest.Entry::records).sum();
      boolean fits = more <= lines - filled;
      if (!portion.isEmpty()
          && (!fits || portion.getFirst().schemaVersion() != run.schemaVersion())) {
        portions.add(portion);
        portion = new ArrayList<>();
        filled = 0;
      }
      portion.add(run);
      filled += more;
    }
    if (!portion.isEmpty()) {
      portions.add(portion);
    }
    return portions;
  }

  private static List<PublishedRun> inOrder(List<PublishedRun> runs) {
    return runs.stream()
        .sorted(
            Comparator.comparingInt(PublishedRun::schemaVersion)
                .thenComparing(PublishedRun.BY_START))
        .toList();
  }
}
