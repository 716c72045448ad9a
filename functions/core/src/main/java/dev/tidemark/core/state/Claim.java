package dev.tidemark.core.state;

import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Phase.Failed;
import dev.tidemark.core.state.Phase.Idle;
import dev.tidemark.core.state.Phase.InFlight;
import dev.tidemark.core.state.Phase.Paused;
import dev.tidemark.core.state.Phase.Sealed;
import dev.tidemark.core.state.Phase.Waiting;
import dev.tidemark.core.state.Phase.Walked;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an invocation to become the owner of a resource, decided as a pure function of
 * what is stored.
 *
 * @param lease what the owner would hold
 * @param dead whether the owner of that name is known to be dead, so that its live lease is ignored
 */
public record Claim(Lease lease, Trigger trigger, Predicate<String> dead) {
  /** Claims without progress after which a run fails: a leg that is killed cannot report. */
  public static final int MAX_CLAIMS = 5;

  /**
   * A claim of one who knows all or nothing.
   *
   * @param takeover whether every other owner is dead
   */
  public Claim(Lease lease, Trigger trigger, boolean takeover) {
    this(lease, trigger, _ -> takeover);
  }

  /** What a claim comes to. */
  public sealed interface Decision {
    /** Write {@code next}; the owner then holds it. */
    record Take(ResourceState next) implements Decision {}

    /** Write {@code next}: the run made no progress too often and fails. */
    record GiveUp(ResourceState next, Failure failure) implements Decision {}

    /** Another owner is at work. */
    record Held(Lease by) implements Decision {}

    /** The run waits. */
    record NotDue(Instant until, String reason) implements Decision {}

    /** The operator paused the resource. */
    record PausedByOperator() implements Decision {}

    /** No run is in flight: the hint was stale. */
    record Nothing() implements Decision {}
  }

  /**
   * Decides on {@code stored}.
   *
   * @param newRun makes the run to begin if none is unfinished; asked at most once
   */
  public Decision decide(ResourceState stored, Instant now, Supplier<Progress> newRun) {
    Lease other = stored.lease();
    if (other != null && other.live(now) && !mayTake(other)) {
      return new Decision.Held(other);
    }
    return switch (stored.phase()) {
      case Paused _ -> new Decision.PausedByOperator();
      case Waiting waiting when now.isBefore(waiting.until()) ->
          new Decision.NotDue(waiting.until(), waiting.reason());
      case Walked _ -> new Decision.Nothing();
      case Idle _, Failed _ when trigger == Trigger.CONTINUATION -> new Decision.Nothing();
      case Idle _ -> take(stored, new InFlight(newRun.get().nextLeg()), 1);
      case Sealed sealed -> again(stored, sealed, sealed.seal().progress(), now);
      case InFlight(Progress run) -> again(stored, new InFlight(run.nextLeg()), run, now);
      case Waiting(Progress run, Instant _, String _) ->
          again(stored, new InFlight(run.nextLeg()), run, now);
      case Failed(Progress run, Failure _) -> take(stored, resumed(run), 1);
    };
  }

  private boolean mayTake(Lease other) {
    return other.owner().equals(lease.owner()) || dead.test(other.owner());
  }

  private Decision again(ResourceState stored, Phase phase, Progress run, Instant now) {
    int claims = trigger == Trigger.OPERATOR ? 1 : stored.claims() + 1;
    if (claims <= MAX_CLAIMS) {
      return take(stored, phase, claims);
    }
    Failure failure =
        new Failure(
            "run "
                + run.run().id()
                + " was begun "
                + MAX_CLAIMS
                + " times without progress (killed for time or memory?); look at the logs, raise"
                + " the function's timeout or memory, then start it by hand",
            null,
            now);
    if (phase instanceof Sealed) {
      // A sealed run stays sealed: reading on would add to what was counted. It is offered again to
      // the next claim.
      return new Decision.GiveUp(next(stored, null, 0, phase), failure);
    }
    return new Decision.GiveUp(next(stored, null, 0, new Failed(run, failure)), failure);
  }

  private static InFlight resumed(Progress run) {
    return new InFlight(run.nextLeg());
  }

  private Decision take(ResourceState stored, Phase phase, int claims) {
    return new Decision.Take(next(stored, lease, claims, phase));
  }

  private ResourceState next(ResourceState stored, @Nullable Lease held, int claims, Phase phase) {
    return new ResourceState(
        stored.fence() + 1,
        stored.revision() + 1,
        lease.owner(),
        held,
        claims,
        phase,
        stored.checkpoint());
  }
}
