package dev.tidemark.cli;

import dev.tidemark.core.run.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code sync} was asked for. */
record SyncRequest(
    List<String> resources,
    Mode mode,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Long maxRecords,
    Duration budget,
    Duration patience,
    @Nullable Integer maxLegs) {
  SyncRequest {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new UsageException("--from must be before --until");
    }
    if (maxLegs != null && maxLegs < 1) {
      throw new UsageException("--max-legs must be 1 or more");
    }
    if (maxRecords != null && maxRecords < 1) {
      throw new UsageException("--max-records must be 1 or more");
    }
    if (!budget.isPositive()) {
      throw new UsageException("--budget must be longer than nothing");
    }
  }
}
