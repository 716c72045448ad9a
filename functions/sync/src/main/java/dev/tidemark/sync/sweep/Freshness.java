package dev.tidemark.sync.sweep;

import dev.tidemark.aws.telemetry.ConnectionMetrics;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures how old what is published is, from the states that one sweep reads. A resource that has
 * completed nothing yet is as old as its first run; one that the operator paused is not late.
 */
final class Freshness implements Watch {
  private final Map<String, Duration> allowed;
  private final ConnectionMetrics out;
  private final Set<String> begun = new HashSet<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /**
   * Of one sweep.
   *
   * @param allowed the resources that ought to run, and how old each may be
   */
  Freshness(Map<String, Duration> allowed, ConnectionMetrics out) {
    this.allowed = allowed;
    this.out = out;
    for (String name :
        new String[] {"late", "neverBegun", "inFlight", "failed", "paused", "claims"}) {
      counts.put(name, 0L);
    }
  }

  @Override
  public void saw(ResourceKey key, ResourceState state, Instant now) {
    String standing =
        switch (state.phase()) {
          case Phase.InFlight _, Phase.Waiting _, Phase.Walked _, Phase.Sealed _ -> "inFlight";
          case Phase.Failed _ -> "failed";
          case Phase.Paused _ -> "paused";
          case Phase.Idle _ -> "";
        };
    if (!standing.isEmpty()) {
      counts.merge(standing, 1L, Long::sum);
    }
    counts.merge("claims", (long) state.claims(), Math::max);
    Instant since = since(state);
    if (key.variant().isEmpty() && state.phase() instanceof Phase.Paused) {
      // One that this account does not have never begins.
      begun.add(key.resource());
    }
    if (!key.variant().isEmpty() || since == null) {
      return;
    }
    begun.add(key.resource());
    Duration age = Duration.between(since, now);
    out.checkpointAge(key, age);
    Duration most = allowed.get(key.resource());
    if (most != null && age.compareTo(most) > 0 && !(state.phase() instanceof Phase.Paused)) {
      counts.merge("late", 1L, Long::sum);
    }
  }

  @Override
  public void couldNotRead(ResourceKey key) {
    begun.add(key.resource());
    counts.merge("late", 1L, Long::sum);
  }

  @Override
  public void tell() {
    counts.put(
        "neverBegun", allowed.keySet().stream().filter(name -> !begun.contains(name)).count());
    out.standing(counts);
  }

  private static @Nullable Instant since(ResourceState state) {
    Checkpoint checkpoint = state.checkpoint();
    if (checkpoint != null) {
      return checkpoint.runStart();
    }
    Progress progress = state.phase().unfinished();
    return progress == null ? null : progress.run().startedAt();
  }
}
