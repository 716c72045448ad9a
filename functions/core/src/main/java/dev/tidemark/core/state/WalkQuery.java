package dev.tidemark.core.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a walk asks the API for.
 *
 * @param hash of the query that a cursor belongs to; a cursor is refused for any other
 * @param from lower bound in record time; null where it has none
 * @param until upper bound, exclusive; null where it has none
 */
public record WalkQuery(String hash, @Nullable Instant from, @Nullable Instant until) {
  /** The same query up to {@code upper}. */
  WalkQuery until(Instant upper) {
    return new WalkQuery(hash, from, upper);
  }

  /** The same query from {@code lower} on. */
  WalkQuery from(@Nullable Instant lower) {
    return new WalkQuery(hash, lower, until);
  }
}
