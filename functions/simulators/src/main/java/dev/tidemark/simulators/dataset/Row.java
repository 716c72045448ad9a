package dev.tidemark.simulators.dataset;

import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record as the vendor's store holds it.
 *
 * @param id the identity as text
 * @param rank position of numeric ids; 0 where ids are words
 * @param updatedAt the stored time, which may be finer than the printed one; null when it has none
 * @param json the exact bytes that are served
 */
public record Row(
    String id, long rank, @Nullable Instant updatedAt, Json json, Visibility visibility) {
  public Row {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("id is empty");
    }
  }

  /** A row that only marks a place in the order. */
  public static Row place(String id, long rank, @Nullable Instant at) {
    return new Row(id, rank, at, Json.of("{}"), Visibility.DELETED);
  }

  /** Whether every credential sees it in lists. */
  public boolean listed() {
    return visibility == Visibility.LISTED;
  }

  Row with(Visibility changed) {
    return new Row(id, rank, updatedAt, json, changed);
  }

  Row with(Json changed) {
    return new Row(id, rank, updatedAt, changed, visibility);
  }

  Row with(Json changed, @Nullable Instant at) {
    return new Row(id, rank, at, changed, visibility);
  }
}
