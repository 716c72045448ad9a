package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command wants done in a home, and how patiently.
 *
 * @param maxLegs legs after which a run is left in flight; null for no limit
 */
record SyncRequest(
    List<String> resources,
    Work work,
    Duration budget,
    Duration patience,
    @Nullable Integer maxLegs) {
  SyncRequest {
    if (maxLegs != null && maxLegs < 1) {
      throw new UsageException("--max-legs must be 1 or more");
    }
    if (!budget.isPositive()) {
      throw new UsageException("--budget must be longer than nothing");
    }
  }
}
