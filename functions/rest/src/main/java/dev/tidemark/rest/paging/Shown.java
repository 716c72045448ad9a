package dev.tidemark.rest.paging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a page show of their place in the list.
 *
 * @param lowest their oldest time; null where none has one
 * @param second their newest time but one; null where they have no two
 * @param highest their newest time; null where none has one
 * @param ordered whether none of them comes before an older one; future ones aside
 * @param lastId the last one's id as JSON text; empty where there is none
 */
public record Shown(
    @Nullable Instant lowest,
    @Nullable Instant second,
    @Nullable Instant highest,
    boolean ordered,
    String lastId) {
  /** What a page without records shows. */
  public static final Shown NOTHING = new Shown(null, null, null, true, "");
}
