package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command wants done by this process, and how patiently.
 *
 * @param named whether the operator named the resources; else they are all that can run
 * @param maxLegs legs after which a run is left in flight; null for no limit
 * @param settings what the runs are asked for otherwise than their connection; empty for nothing
 */
record SyncRequest(
    List<String> resources,
    boolean named,
    Work work,
    Duration budget,
    Duration patience,
    @Nullable Integer maxLegs,
    Map<String, String> settings) {
  SyncRequest {
    resources = List.copyOf(resources);
    settings = Map.copyOf(settings);
    if (maxLegs != null && maxLegs < 1) {
      throw new UsageException("--max-legs must be 1 or more");
    }
    if (!budget.isPositive()) {
      throw new UsageException("--budget must be longer than nothing");
    }
  }

  /** All of it, in legs of an ordinary length and with an ordinary patience. */
  static SyncRequest whole(String resource, Work work) {
    return new SyncRequest(
        List.of(resource),
        true,
        work,
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        null,
        Map.of());
  }

  /** The same for some of the resources. */
  SyncRequest of(List<String> some) {
    return new SyncRequest(some, named, work, budget, patience, maxLegs, settings);
  }

  /** The event that asks {@code resource} for it. */
  String event(String resource) {
    return work.event(resource, settings).toString();
  }
}
