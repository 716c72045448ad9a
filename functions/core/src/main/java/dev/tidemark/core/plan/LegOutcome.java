package dev.tidemark.core.plan;

import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a leg ended. */
public sealed interface LegOutcome {
  /** The run is published. */
  record Completed(Manifest manifest) implements LegOutcome {}

  /** A slice has reached its end; the run that it is a part of publishes it. */
  record Walked(Progress progress) implements LegOutcome {}

  /** The budget is spent; the next leg continues. */
  record HandedOver(Progress progress) implements LegOutcome {}

  /** The API is rate limited until {@code until}. */
  record Waiting(@Nullable Progress progress, Instant until, String reason) implements LegOutcome {}

  /**
   * The run waits until {@code until} since an earlier leg was rate limited, and this leg cannot
   * wait so long; it did nothing.
   */
  record NotDue(@Nullable Progress progress, Instant until, String reason) implements LegOutcome {}

  /** The run failed. */
  record Failed(Progress progress, Failure failure) implements LegOutcome {}

  /** Nothing was begun: what is asked for does not fit what is stored; the operator has to act. */
  record Refused(String reason) implements LegOutcome {}

  /** Another owner is at work. */
  record Held(Lease by) implements LegOutcome {}

  /**
   * Another owner or the operator took over while the leg ran; what this leg had not written is
   * theirs to do.
   */
  record Fenced() implements LegOutcome {}

  /** The operator paused the resource. */
  record Paused() implements LegOutcome {}

  /** The invocation was a stale hint: no run was in flight. */
  record Nothing() implements LegOutcome {}
}
