package dev.tidemark.testkit.history;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.memory.Published;
import dev.tidemark.memory.RowReading;
import dev.tidemark.testkit.traversal.Scene;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What must be true of the lake when a history is over. */
record Promises(Scene scene, Collected collected) {
  /** Every record that an incremental run owes is published as it is. */
  void owedIsPublished() {
    compare(false);
  }

  /** Published is what is there, byte by byte, and nothing else. */
  void allIsPublished() {
    compare(true);
  }

  private void compare(boolean all) {
    Map<String, String> published = scene.published().newest();
    Map<String, String> truth = scene.api.truth();
    Set<String> ids = new TreeSet<>(published.keySet());
    ids.addAll(truth.keySet());
    for (String id : ids) {
      if (!Objects.equals(published.get(id), truth.get(id))
          && (all || collected.owed(Long.parseLong(id)))) {
        throw new Violation(
            (all ? "after a reconcile " : "after incrementals ")
                + id
                + " is published as "
                + published.get(id)
                + " and is "
                + truth.get(id));
      }
    }
  }

  /**
   * The same bytes are published again only if the record went in between, or its version went
   * back: what is in doubt is published until it is certain.
   */
  void nothingIsPublishedTwice() {
    Published published = scene.published();
    Map<String, Integer> copies = new HashMap<>();
    for (LandedLine line : published.lines()) {
      if (collected.wentBack(Long.parseLong(RowReading.ROWS.identity(line)))) {
        continue;
      }
      int bound = collected.removals(Long.parseLong(RowReading.ROWS.identity(line)));
      boolean deleted = line.deleted();
      int copy =
          copies.merge(
              deleted ? "gone " + RowReading.ROWS.identity(line) : line.record(), 1, Integer::sum);
      if (copy > (deleted ? bound : bound + 1)) {
        throw new Violation("published " + copy + " times: " + line);
      }
    }
  }

  /** A record that never went has no delete. */
  void nothingIsDeletedThatNeverWent() {
    for (LandedLine line : scene.published().lines()) {
      if (line.deleted()
          && collected.removals(Long.parseLong(RowReading.ROWS.identity(line))) == 0) {
        throw new Violation("deleted and never gone: " + line);
      }
    }
  }
}
