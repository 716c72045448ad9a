package dev.tidemark.rest.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says in words what leads the walk of a resource from page to page. */
final class Walking {
  private Walking() {}

  /** What follows {@code windows}; null where a request may ask for any span of time. */
  static @Nullable String windows(@Nullable Filter filter) {
    Duration window = filter == null ? null : filter.windows().window();
    return filter == null || window == null
        ? null
        : "both bounds are sent, at most "
            + (window.equals(Duration.ofDays(window.toDays()))
                ? window.toDays() + " d"
                : window.toSeconds() + " s")
            + " apart, one window after the other up to the run's start, from "
            + filter.windows().since()
            + " where a run walks everything; what has no time, or one that is older or still to"
            + " come, is in none of them";
  }

  /** What follows {@code walked by}. */
  static String words(Resource resource) {
    if (resource.traversal().advance() == Advance.BOUND) {
      return "the time last seen: each page is asked for from there, so that no edit moves a row"
          + " out of sight; the cursor is used only where a page shares one time"
          + (resource.traversal().walk() == Advance.BOUND
                  || windows(resource.traversal().filter()) != null
              ? ""
              : "; a run that walks everything ends with a second query without a bound, for"
                  + " records without a time (walk: bound says that there are none)");
    }
    String cannot =
        PaginationSafety.cannotBeBound(
            resource.traversal().pagination(),
            resource.traversal().order(),
            resource.traversal().promote(),
            resource.traversal().filter());
    return "what the API gives"
        + (!resource.traversal().moves()
            ? ""
            : resource.traversal().walk() == Advance.CURSOR
                ? "; its cursor is declared to name a record"
                : "; not by the time last seen, which " + cannot)
        + (resource.traversal().moves() ? "; a closing query looks for what an edit moved" : "");
  }
}
