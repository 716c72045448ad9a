package dev.tidemark.testkit.traversal;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.source.ChildReader;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.traversal.Leg;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.memory.Published;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.memory.fault.Injected;
import dev.tidemark.memory.fault.Killed;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.source.FakeApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An API, a lake and a state table in memory, and invocations one after the other, each with an
 * owner of its own.
 */
public final class Scene {
  /** When it begins. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration LEG = Duration.ofMinutes(10);

  public final ManualClock clock = new ManualClock(NOON);
  public final InMemoryStates states = new InMemoryStates();
  public final InMemoryLake lake = new InMemoryLake();
  public final FakeApi api;
  public final List<LegEvent> events = new CopyOnWriteArrayList<>();
  public final AtomicBoolean stop = new AtomicBoolean();

  private final Random random = new Random(7);
  private PageReader reader;
  private BatchSink sink = lake;
  private FingerprintIndex index = lake;
  private ResourcePlan plan;
  private RunRequest request = RunRequest.of(Mode.INCREMENTAL);
  private Duration patience = Duration.ofMinutes(1);
  private Duration length = LEG;
  private boolean takeover;
  private int owners;

  public Scene(ApiShape shape, ResourcePlan plan) {
    this.api = new FakeApi(clock, shape);
    this.reader = api;
    this.plan = plan;
  }

  /** The scene with records 1 to {@code count}, the oldest an hour old. */
  public Scene with(int count) {
    api.addAll(count, NOON.minusSeconds(3600));
    return this;
  }

  public Scene planned(ResourcePlan other) {
    plan = other;
    return this;
  }

  /** Pages are read through {@code other} from now on. */
  public Scene readingBy(PageReader other) {
    reader = other;
    return this;
  }

  /** Batches are stored through {@code other} from now on. */
  public Scene storingBy(BatchSink other) {
    sink = other;
    return this;
  }

  /** The index is kept in {@code other} from now on. */
  public Scene indexedBy(FingerprintIndex other) {
    index = other;
    return this;
  }

  public Scene asking(RunRequest other) {
    request = other;
    return this;
  }

  /** Waits longer than this end a leg. */
  public Scene patient(Duration time) {
    patience = time;
    return this;
  }

  /** Legs are this long; zero for one attempt at one page. */
  public Scene inLegsOf(Duration time) {
    length = time;
    return this;
  }

  /** Whether live leases stop nobody from now on. */
  public Scene takingOver(boolean so) {
    takeover = so;
    return this;
  }

  public LegOutcome leg(Trigger trigger) {
    return leg(trigger, FaultPlan.none());
  }

  /** One invocation whose calls of the store, the lake and the index count. */
  public LegOutcome leg(Trigger trigger, FaultPlan faults) {
    return leg(trigger, faults, Calls.PORTS);
  }

  /** One invocation of which {@code calls} count. */
  public LegOutcome leg(Trigger trigger, FaultPlan faults, Calls calls) {
    return leg(plan, request, trigger, faults, calls);
  }

  /** The same of another {@code planned}, which is asked for by {@code asked}. */
  LegOutcome leg(
      ResourcePlan planned, RunRequest asked, Trigger trigger, FaultPlan faults, Calls calls) {
    Instant now = clock.instant();
    Claim claim = new Claim(new Lease("owner-" + ++owners, now.plus(LEASE)), trigger, takeover);
    Budget budget = new Budget(clock, now.plus(length), now.plus(LEASE), patience, stop::get);
    boolean asks = calls == Calls.API;
    PageReader list = faults.counting(PageReader.class, reader, _ -> asks);
    RecordReader single = faults.counting(RecordReader.class, api, _ -> asks);
    try {
      ChildReader children =
          reader instanceof ChildReader kin
              ? faults.counting(ChildReader.class, kin, _ -> asks)
              : null;
      return new Leg(planned, new SourceReader(list, single, children), ports(faults, calls))
          .run(claim, asked, budget);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  /** Invocations after every lease, until the run that is unfinished or due is published. */
  public LegOutcome finish() {
    for (int legs = 0; legs < 200; legs++) {
      clock.advance(LEASE.plusSeconds(1));
      boolean idle = state().phase() instanceof Phase.Idle;
      LegOutcome outcome = leg(idle ? Trigger.SCHEDULE : Trigger.CONTINUATION);
      if (outcome instanceof LegOutcome.Completed || outcome instanceof LegOutcome.Failed) {
        return outcome;
      }
    }
    throw new AssertionError("no end in sight");
  }

  public ResourceState state() {
    return states.read(plan.key());
  }

  public Published published() {
    return lake.published(plan.key());
  }

  /** Whether nothing is to be done: no run is unfinished, and what is published is the truth. */
  public boolean settled() {
    return state().phase() instanceof Phase.Idle && published().newest().equals(api.truth());
  }

  /** The resource and what runs beside it under the plan. */
  public ResourcePlan plan() {
    return plan;
  }

  /** Objects with records. */
  public List<String> batches() {
    return lake.keys("raw/");
  }

  private Ports ports(FaultPlan faults, Calls calls) {
    return new Ports(
        new Storage(
            faults.counting(ResourceStateStore.class, states, calls::ofPorts),
            faults.counting(BatchSink.class, sink, calls::ofPorts),
            faults.counting(FingerprintIndex.class, index, calls::ofPorts),
            faults.counting(PublishedIndexes.class, lake, calls::ofPorts),
            faults.counting(PublishedLines.class, lake, calls::ofPorts)),
        new Timing(clock, clock, random),
        events::add);
  }

  /** What a leg came to that may be killed or fail; null if it did. */
  public static @Nullable LegOutcome orDeath(Supplier<LegOutcome> leg) {
    try {
      return leg.get();
    } catch (Killed | Injected | IllegalStateException e) {
      return null;
    }
  }
}
