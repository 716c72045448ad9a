package dev.tidemark.core.plan;

import dev.tidemark.core.state.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a leg tells those who watch it: logs, metrics, the live line of a terminal. Nothing depends
 * on it.
 */
public sealed interface LegEvent {
  /** A leg has begun. */
  record Begun(Progress progress) implements LegEvent {}

  /**
   * A page was read to its end.
   *
   * @param lines lines so far in this run, stored or not
   */
  record PageRead(long pages, long lines, @Nullable String requestId) implements LegEvent {}

  /** A batch is durable and the progress has moved past it. */
  record BatchStored(String key, Progress progress) implements LegEvent {}

  /** A batch was found that an earlier owner had stored. */
  record BatchAdopted(String key, Progress progress) implements LegEvent {}

  /** The leg waits. */
  record Waits(Instant until, String reason) implements LegEvent {}

  /**
   * An attempt failed and is retried.
   *
   * @param most attempts before the run fails
   * @param until when the next one is made
   */
  record Retries(int attempt, int most, Instant until, String reason, @Nullable String requestId)
      implements LegEvent {}

  /** The API refused to select by time, so that the run reads everything. */
  record ReadsEverything(String reason) implements LegEvent {}

  /** The run gave way to another one. */
  record Restarted(Progress replacement, String reason) implements LegEvent {}

  /** The run is cut into slices, which walk beside each other from here on. */
  record Cut(Progress progress) implements LegEvent {}

  /** All slices have walked; the run continues behind what they have. */
  record Joined(Progress progress) implements LegEvent {}

  /** The run has ended and is being published. */
  record SealedRun(Progress progress) implements LegEvent {}

  /** The leg is over. */
  record Ended(LegOutcome outcome) implements LegEvent {}
}
