package dev.tidemark.core.state;

import dev.tidemark.core.state.Phase.Failed;
import dev.tidemark.core.state.Phase.Idle;
import dev.tidemark.core.state.Phase.InFlight;
import dev.tidemark.core.state.Phase.Paused;
import dev.tidemark.core.state.Phase.Sealed;
import dev.tidemark.core.state.Phase.Waiting;
import dev.tidemark.core.state.Phase.Walked;

/**
 * What an operator may do to a resource. Every verb raises the fence, so that an owner at work is
 * fenced at its next write; a sealed run has to be published first, since what it counted is
 * complete.
 */
public enum OperatorVerb {
  /** Stops the resource where it is. */
  PAUSE,
  /** Resumes a paused resource where it was. */
  RESUME,
  /** Abandons the unfinished run; its objects are listed by no manifest. */
  CANCEL,
  /**
   * Abandons the unfinished run and the checkpoint; the fingerprints stay, so that nothing is
   * published twice.
   */
  RESET;

  /** What a verb comes to. */
  public sealed interface Decision {
    /** Write {@code next}. */
    record Apply(ResourceState next) implements Decision {}

    /** A sealed run is in the way: publish it, then ask again. */
    record PublishFirst() implements Decision {}

    /** The verb changes nothing here. */
    record NoEffect() implements Decision {}
  }

  /** Decides on {@code stored} for the operator known as {@code writer}. */
  public Decision decide(ResourceState stored, String writer) {
    if (stored.phase() instanceof Sealed && this != RESUME) {
      return new Decision.PublishFirst();
    }
    return switch (this) {
      case PAUSE ->
          stored.phase() instanceof Paused || stored.phase() instanceof Walked
              ? new Decision.NoEffect()
              : apply(stored, writer, new Paused(stored.phase().unfinished()), false);
      case RESUME -> resume(stored, writer);
      case CANCEL ->
          stored.phase().unfinished() == null
              ? new Decision.NoEffect()
              : apply(stored, writer, without(stored.phase()), false);
      case RESET -> apply(stored, writer, without(stored.phase()), true);
    };
  }

  /** A paused resource stays paused. */
  private static Phase without(Phase phase) {
    return phase instanceof Paused ? new Paused(null) : new Idle();
  }

  private static Decision resume(ResourceState stored, String writer) {
    return switch (stored.phase()) {
      case Paused(Progress run) when run != null -> apply(stored, writer, new InFlight(run), false);
      case Paused _ -> apply(stored, writer, new Idle(), false);
      case Idle _, InFlight _, Waiting _, Sealed _, Walked _, Failed _ -> new Decision.NoEffect();
    };
  }

  private static Decision apply(ResourceState stored, String writer, Phase phase, boolean forget) {
    Checkpoint kept = stored.checkpoint();
    if (forget && kept != null) {
      kept = kept.forgotten();
    }
    return new Decision.Apply(
        new ResourceState(stored.fence() + 1, stored.revision() + 1, writer, null, 0, phase, kept));
  }
}
