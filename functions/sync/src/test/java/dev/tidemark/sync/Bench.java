package dev.tidemark.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.memory.InMemoryBindings;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.rest.Connection;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.UnaskedConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ServerSettings;
import dev.tidemark.sync.sweep.Sweep;
import dev.tidemark.sync.sweep.Watch;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.sync.wiring.Invoker;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The deployed handlers over memory and a simulator, in a time that each page moves by ten seconds.
 */
public final class Bench implements AutoCloseable {
  /** Long enough for any run. */
  public static final Duration LONG = Duration.ofMinutes(15);

  static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAGE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  public final ManualClock clock;
  public final InMemoryStates states;
  final InMemoryBindings bindings;
  public final InMemoryLake lake;
  public final List<Sent> sent = new CopyOnWriteArrayList<>();
  public final Simulator simulator;
  public final Wiring wiring;
  private Supplier<? extends Connection> source;
  private FaultPlan plan = FaultPlan.none();
  private boolean asking;
  private int invocations;

  /** One event that a handler sent. */
  public record Sent(String arn, String event) {}

  /** An API with {@code records} of each kind, asked for in pages of {@code pageSize}. */
  static Bench of(String source, DatasetPlan plan, int pageSize) {
    return new Bench(source, plan, Map.of("pageSize", Integer.toString(pageSize)));
  }

  /** The same with these settings. */
  static Bench of(String source, DatasetPlan plan, Map<String, String> set) {
    return new Bench(source, plan, set);
  }

  private Bench(String name, DatasetPlan dataset, Map<String, String> set) {
    clock = new ManualClock(InstantSource.system().instant());
    states = new InMemoryStates();
    bindings = new InMemoryBindings();
    lake = new InMemoryLake();
    DatasetPlan recent = dataset.withNewest(clock.instant().minus(Duration.ofDays(1)));
    simulator = Vendors.start(name, ServerSettings.defaults().withClock(clock), recent);
    simulator.hooks().beforeAnswer(Planned.ANY, Schedule.always(), () -> clock.advance(PAGE));
    Definition definition = Sources.builtIn(name);
    source =
        () ->
            SourceConnection.open(
                name,
                definition,
                BaseUrl.of(simulator.baseUri().toString(), true),
                Settings.of(definition, set),
                Credential.of(Vendors.credential(name)));
    wiring = wiring(name, () -> new DatedTransport(new HttpTransport(EgressPolicy.ANY), clock));
  }

  /** The same API, asked without a network, beside a lake and states that go their own way. */
  private Bench(Bench other) {
    clock = other.clock;
    states = other.states.copy();
    bindings = other.bindings.copy();
    lake = other.lake.copy();
    simulator = other.simulator;
    source = other.source;
    wiring = wiring(other.wiring.connection(), () -> new DirectTransport(simulator, clock));
  }

  /** This table and this lake, before the API that {@code other} asks. */
  private Bench(Bench here, Bench other) {
    clock = here.clock;
    states = here.states;
    bindings = here.bindings;
    lake = here.lake;
    simulator = other.simulator;
    source = other.source;
    wiring =
        wiring(
            here.wiring.connection(),
            () -> new DatedTransport(new HttpTransport(EgressPolicy.ANY), clock));
  }

  /** From now on the definition is all that is at hand. */
  public void withoutCredential() {
    DescribedSource described = source.get().source();
    source = () -> new UnaskedConnection(described, null);
  }

  /** The same connection, asked where {@code other} is. */
  Bench askedAt(Bench other) {
    return new Bench(this, other);
  }

  /** What would be if from now on something else happened than here; the API is the same. */
  Bench fork() {
    return new Bench(this);
  }

  /**
   * From now on calls count under {@code faults}, and go wrong as it says.
   *
   * @param api whether those of the API count, instead of all others
   */
  void under(FaultPlan faults, boolean api) {
    plan = faults;
    asking = api;
  }

  private Wiring wiring(String name, Supplier<Transport> transports) {
    return new Wiring(
        name,
        new ApiAccess(
            () -> source.get(),
            () -> plan.counting(Transport.class, transports.get(), _ -> asking)),
        new Persistence(this::ports, states, port(Bindings.class, bindings)),
        arn -> port(Invoker.class, event -> sent.add(new Sent(arn, event))),
        new LegLimits(clock, PATIENCE, () -> false, _ -> false));
  }

  public static Bench lev(int records) {
    return of("lev", DatasetPlan.of(3, records), 10);
  }

  static Bench askElephant(int records) {
    return of("askelephant", DatasetPlan.of(3, records), 10);
  }

  /** A client of its own for each leg, so that tokens are fetched and end. */
  static Bench zendesk(int records) {
    return of("zendesk", DatasetPlan.of(3, records), 10);
  }

  private Ports ports(ResourceKey key) {
    return new Ports(
        new Storage(
            port(ResourceStateStore.class, states),
            port(BatchSink.class, lake),
            port(FingerprintIndex.class, lake),
            port(PublishedIndexes.class, lake),
            port(PublishedLines.class, lake)),
        new Timing(clock, clock, RandomGenerator.getDefault()),
        _ -> {});
  }

  private <T> T port(Class<T> port, T target) {
    return plan.counting(port, target, _ -> !asking);
  }

  /** What the function answers to {@code event}. */
  public JsonNode invoke(String event, Duration life) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new SyncHandler(wiring)
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              answer,
              new OneInvocation("request-" + ++invocations, life));
      return JSON.readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The last answer of {@code event} and of all that was sent because of it. What is sent is
   * delivered at once, as Lambda does; a run that waits with nothing sent for it is found by a
   * sweep once it is due.
   */
  public JsonNode drive(String event, Duration life) {
    Deque<String> due = new ArrayDeque<>(List.of(event));
    JsonNode answer = JSON.createObjectNode();
    for (int i = 0; !due.isEmpty(); i++) {
      if (i > 100) {
        throw new IllegalStateException("no end: " + answer);
      }
      sent.clear();
      answer = invoke(due.removeFirst(), life);
      sent.forEach(one -> due.add(one.event()));
      if (due.isEmpty() && answer.path("outcome").asText().equals("waiting")) {
        clock.advance(
            Duration.between(clock.instant(), Instant.parse(answer.path("until").asText())));
        due.addAll(sweep());
      }
    }
    return answer;
  }

  /** What the sweep sends. */
  List<String> sweep() {
    sent.clear();
    new Sweep(wiring, Functions.only(OneInvocation.ARN), Watch.NOBODY).send();
    return sent.stream().map(Sent::event).toList();
  }

  /** What the sweep answers to an event that is meant for every resource. */
  String sweep(String event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      new SweepHandler(wiring, OneInvocation.ARN)
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              answer,
              new OneInvocation("sweep", LONG));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** How many invocations there were. */
  int invocations() {
    return invocations;
  }

  public ResourceKey key(String resource) {
    return ResourceKey.parse(wiring.connection(), resource);
  }

  /** The records that a reader of the manifests sees. */
  public Collection<String> published(String resource) {
    return new TreeSet<>(lake.published(key(resource)).newest().values());
  }

  /** The records that the API holds. */
  public Collection<String> truth(String resource) {
    return new TreeSet<>(simulator.truth(resource).values());
  }

  @Override
  public void close() {
    simulator.close();
  }
}
