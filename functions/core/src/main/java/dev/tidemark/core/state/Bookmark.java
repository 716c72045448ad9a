package dev.tidemark.core.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the API itself is asked to continue from one run to the next.
 *
 * @param cursor what the API gave out; null where the resource has none
 * @param queryHash of the query that it belongs to
 * @param recoveryTime the server's time before the request that ended the run: from there the API
 *     is asked again if the bookmark is lost; null where the API gave none
 */
public record Bookmark(@Nullable String cursor, String queryHash, @Nullable Instant recoveryTime) {
  /** The same query with nothing to continue from. */
  Bookmark forgotten() {
    return new Bookmark(null, queryHash, null);
  }
}
