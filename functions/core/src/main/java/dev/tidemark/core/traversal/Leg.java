package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Claim.Decision;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation does: claims its resource and, if it may, runs one leg of the run in flight.
 */
public final class Leg {
  private final ResourcePlan plan;
  private final SourceReader source;
  private final Ports ports;
  private final @Nullable Gate gate;

  /** A leg of a connection whose account is not asked for. */
  public Leg(ResourcePlan plan, SourceReader source, Ports ports) {
    this(plan, source, ports, null);
  }

  private Leg(ResourcePlan plan, SourceReader source, Ports ports, @Nullable Gate gate) {
    this.plan = plan;
    this.source = source;
    this.ports = ports;
    this.gate = gate;
  }

  /** The same leg, which reads nothing but what {@code admitting} lets it read. */
  public Leg behind(Gate admitting) {
    return new Leg(plan, admitting.guard(source), ports, admitting);
  }

  /**
   * Runs one leg.
   *
   * @param request what to begin if no run is unfinished
   */
  public LegOutcome run(Claim claim, RunRequest request, Budget budget)
      throws InterruptedException {
    LegOutcome outcome = claimed(claim, request, budget);
    ports.listener().on(new LegEvent.Ended(outcome));
    return outcome;
  }

  private LegOutcome claimed(Claim claim, RunRequest request, Budget budget)
      throws InterruptedException {
    ResourceState stored = ports.storage().states().read(plan.key());
    while (true) {
      String otherShape = Shapes.refusal(plan, stored);
      if (!otherShape.isEmpty()) {
        return new LegOutcome.Refused(otherShape);
      }
      Decision decision = decide(claim, request, stored);
      ResourceState next = next(decision);
      if (next == null) {
        if (decision instanceof Decision.NotDue notDue && waited(notDue, budget)) {
          stored = ports.storage().states().read(plan.key());
          continue;
        }
        return without(stored, decision);
      }
      String otherAccount = refusal(stored, budget);
      if (!otherAccount.isEmpty()) {
        return new LegOutcome.Refused(otherAccount);
      }
      Write write = ports.storage().states().write(plan.key(), stored, next);
      if (write instanceof Write.Refused(ResourceState current) && !current.equals(next)) {
        // Another writer came between our read and our write: decide again on what it left.
        stored = current;
        continue;
      }
      Ledger ledger = new Ledger(ports.storage().states(), plan.key(), next);
      return decision instanceof Decision.GiveUp(ResourceState _, Failure failure)
          ? new LegOutcome.Failed(ledger.progress(), failure)
          : traverse(ledger, budget);
    }
  }

  /**
   * Waits until the run is due, where that fits into the leg: Lambda cannot invoke later, so that a
   * continuation sent back would come again at once. No lease is held meanwhile; another may be
   * first.
   */
  private boolean waited(Decision.NotDue notDue, Budget budget) throws InterruptedException {
    ports.listener().on(new LegEvent.Waits(notDue.until(), notDue.reason()));
    if (!budget.fits(notDue.until())) {
      return false;
    }
    ports.timing().pause().pause(Duration.between(ports.timing().now(), notDue.until()));
    return true;
  }

  private Decision decide(Claim claim, RunRequest request, ResourceState stored) {
    return claim.decide(
        stored,
        ports.timing().now(),
        () -> NewRun.begin(plan, request, stored.checkpoint(), ports));
  }

  /** A sealed run reads nothing more, so that it is published whatever the API is by now. */
  private String refusal(ResourceState stored, Budget budget) throws InterruptedException {
    return gate == null || stored.phase() instanceof Phase.Sealed
        ? ""
        : gate.refusal(budget.pageLimit());
  }

  private static @Nullable ResourceState next(Decision decision) {
    return switch (decision) {
      case Decision.Take(ResourceState next) -> next;
      case Decision.GiveUp(ResourceState next, Failure _) -> next;
      case Decision.Held _, Decision.NotDue _, Decision.PausedByOperator _, Decision.Nothing _ ->
          null;
    };
  }

  private static LegOutcome without(ResourceState stored, Decision decision) {
    return switch (decision) {
      case Decision.Take _, Decision.GiveUp _ ->
          throw new IllegalStateException("there is something to write");
      case Decision.Held(Lease by) -> new LegOutcome.Held(by);
      case Decision.NotDue(Instant until, String reason) ->
          new LegOutcome.NotDue(stored.phase().unfinished(), until, reason);
      case Decision.PausedByOperator() -> new LegOutcome.Paused();
      case Decision.Nothing() -> new LegOutcome.Nothing();
    };
  }

  private LegOutcome traverse(Ledger ledger, Budget budget) throws InterruptedException {
    ports.listener().on(new LegEvent.Begun(ledger.progress()));
    return new Traversal(plan, source, ports).run(ledger, budget);
  }
}
