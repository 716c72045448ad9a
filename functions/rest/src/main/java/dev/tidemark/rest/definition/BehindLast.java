package dev.tidemark.rest.definition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statuses by which APIs refuse a page behind the last. */
final class BehindLast {
  private static final Set<Integer> USABLE = Set.of(400, 404, 410, 416, 422);

  private BehindLast() {}

  static void check(List<Integer> statuses, @Nullable Flag more) {
    for (int status : statuses) {
      if (!USABLE.contains(status)) {
        throw new IllegalArgumentException(
            "behindLast: "
                + status
                + " refuses who asks, or is an accident, and is no end of a list; name 400, 404,"
                + " 410, 416 or 422");
      }
    }
    if (more != null && !statuses.isEmpty()) {
      throw new IllegalArgumentException(
          "more says which page is the last, so that none behind it is asked for; leave behindLast"
              + " out");
    }
  }
}
