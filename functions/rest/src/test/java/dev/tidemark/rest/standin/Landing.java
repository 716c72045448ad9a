package dev.tidemark.rest.standin;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.traversal.Leg;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Runs of one resource by the traversal itself, leg by leg, into a lake in memory. */
public final class Landing {
  private static final int LEGS = 500;
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Definition definition;
  private final String resource;
  private final Transport transport;
  private final ManualClock clock = new ManualClock(AnyApi.NOW);
  private final InMemoryStates states = new InMemoryStates();
  private final InMemoryLake lake = new InMemoryLake();
  private Map<String, String> settings = Map.of();
  private int claims;

  public Landing(Definition definition, String resource, Transport transport) {
    this.definition = definition;
    this.resource = resource;
    this.transport = transport;
  }

  /** Sets what an operator sets, from the next leg on. */
  public Landing with(Map<String, String> set) {
    settings = set;
    return this;
  }

  /** The clock of all legs. */
  public ManualClock clock() {
    return clock;
  }

  /** One leg that may read for {@code time}. */
  public LegOutcome leg(Mode mode, Duration time) throws InterruptedException {
    SourceConnection source = AnyApi.account(definition, settings);
    Instant now = clock.instant();
    Instant end = now.plus(time);
    return new Leg(
            source.source().plan(key(mode)),
            source.reader(resource, transport, clock),
            new Ports(
                new Storage(states, lake, lake, lake, lake),
                new Timing(clock, clock, RandomGenerator.getDefault()),
                _ -> {}))
        .run(
            new Claim(
                new Lease("owner-" + ++claims, now.plus(Duration.ofHours(1))),
                Trigger.OPERATOR,
                true),
            RunRequest.of(mode),
            new Budget(clock, end, end.plus(LONG), Duration.ofMinutes(2), () -> false));
  }

  /** Legs of {@code time} each until the run ends. */
  public LegOutcome run(Mode mode, Duration time) throws InterruptedException {
    for (int i = 0; i < LEGS; i++) {
      LegOutcome outcome = leg(mode, time);
      if (!(outcome instanceof LegOutcome.HandedOver)) {
        return outcome;
      }
    }
    throw new AssertionError("no end within " + LEGS + " legs");
  }

  /** An ordinary run in one leg. */
  public LegOutcome run() throws InterruptedException {
    return run(Mode.INCREMENTAL, LONG);
  }

  /** The ids of the records that stand, in text order. */
  public Set<String> ids() {
    return newest().keySet();
  }

  /** The records that stand, by id. */
  public Map<String, String> newest() {
    return lake.published(ResourceKey.of("acme", resource)).newest();
  }

  /** What a run that completed has noticed. */
  public static Warnings warnings(LegOutcome outcome) {
    return ((LegOutcome.Completed) outcome).manifest().seal().progress().tally().warnings();
  }

  /** Why a run has failed. */
  public static String failure(LegOutcome outcome) {
    return ((LegOutcome.Failed) outcome).failure().reason();
  }

  private ResourceKey key(Mode mode) {
    ResourceKey key = ResourceKey.of("acme", resource);
    return mode == Mode.RECONCILE ? key.beside(ResourceKey.RECONCILE) : key;
  }
}
