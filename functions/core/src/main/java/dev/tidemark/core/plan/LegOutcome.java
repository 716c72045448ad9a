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

  /** The budget is spent; the next leg goes on. */
  record HandedOver(Progress progress) implements LegOutcome {}

  /** The API wants to be left alone until {@code until}. */
  record Waiting(@Nullable Progress progress, Instant until, String reason) implements LegOutcome {}

  /**
   * An earlier leg was told to leave the API alone until {@code until}, and this one cannot wait so
   * long; it did nothing.
   */
  record NotDue(@Nullable Progress progress, Instant until, String reason) implements LegOutcome {}

  /** The run stopped loudly. */
  record Failed(Progress progress, Failure failure) implements LegOutcome {}

  /** Nothing was begun, since what is asked for does not fit what is there; a person must act. */
  record Refused(String reason) implements LegOutcome {}

  /** Another owner is at work. */
  record Held(Lease by) implements LegOutcome {}

  /**
   * Another owner or a person took over while the leg ran; what this leg had not written is theirs
   * to do.
   */
  record Fenced() implements LegOutcome {}

  /** A person paused the resource. */
  record Paused() implements LegOutcome {}

  /** The invocation was a hint that nothing stands behind. */
  record Nothing() implements LegOutcome {}
}
