package dev.tidemark.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.sync.LocalContext;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.event.Waiting;
import dev.tidemark.sync.wiring.ApiAccess;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The deployed handlers over a state table and a lake in memory and in a time of their own, in
 * front of some API.
 */
final class TrialBench {
  /** A time like any other, with a fraction of a second. */
  static final Instant BEGIN = Instant.parse("2026-06-01T12:00:00.400Z");

  private static final Duration LEG = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MANY_LEGS = 200;
  private static final int MEMORY_MB = 512;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Subject subject;
  private final Wire wire;
  private final Random random;
  private final InMemoryStates states = new InMemoryStates();
  private final InMemoryBindings bindings = new InMemoryBindings();
  final InMemoryLake lake = new InMemoryLake();
  final ManualClock clock;
  private int invocations;

  TrialBench(Subject subject, ManualClock clock, Wire wire) {
    this.subject = subject;
    this.clock = clock;
    this.wire = AccountDesk.before(subject.definition(), wire);
    this.random = new Random(subject.scale().seed());
  }

  ResourceKey key() {
    return ResourceKey.of(subject.definition().source(), subject.name());
  }

  /** The last answer to {@code event} and to all that was sent because of it. */
  RunEnd drive(String event) {
    return drive(event, Faults.none());
  }

  /** The same, of which the first leg meets {@code faults}. */
  RunEnd drive(String event, Faults faults) {
    Deque<String> due = new ArrayDeque<>();
    due.add(event);
    RunEnd ending = RunEnd.NOTHING;
    Faults now = faults;
    for (int legs = 0; !due.isEmpty(); legs++) {
      if (legs == MANY_LEGS) {
        return new RunEnd(
            "endless", "the run does not end within " + MANY_LEGS + " legs", Set.of());
      }
      ending = leg(due.removeFirst(), now, due);
      now = Faults.none();
    }
    return ending;
  }

  /** Whatever has died is known to be dead by now. */
  void outlive() {
    clock.advance(LEG.plusMinutes(1));
  }

  private RunEnd leg(String event, Faults faults, Deque<String> due) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new SyncHandler(wiring(faults, due))
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              answer,
              new LocalContext(
                  "request-" + ++invocations, clock.instant().plus(LEG), clock, MEMORY_MB));
      ObjectNode json = (ObjectNode) JSON.readTree(answer.toByteArray());
      sweep(json, due);
      return new RunEnd(
          json.path("outcome").asText(),
          json.path("reason").asText(),
          json.path("warnings").properties().stream()
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      if (!faults.plan().dead()) {
        throw e;
      }
      due.clear();
      return RunEnd.KILLED;
    }
  }

  /** A run that waits with nothing sent for it is found by the sweep once it is due. */
  private void sweep(ObjectNode answer, Deque<String> due) {
    Waiting waiting = Waiting.of(answer);
    if (waiting != null && due.isEmpty()) {
      clock.advance(Duration.between(clock.instant(), waiting.until()));
      due.add(waiting.resumes());
    }
  }

  private Wiring wiring(Faults faults, Deque<String> due) {
    return new Wiring(
        subject.definition().source(),
        new ApiAccess(this::source, () -> new WireTransport(faults.wire(wire))),
        new Persistence(
            _ -> ports(faults),
            faults.port(ResourceStateStore.class, states),
            faults.port(Bindings.class, bindings)),
        _ -> due::add,
        new LegLimits(clock, PATIENCE, () -> false, _ -> false));
  }

  private SourceConnection source() {
    String url = subject.definition().entrance().accountUrl();
    String credential = Admission.of(subject.definition().entrance().auth()).credential();
    return SourceConnection.open(
        subject.definition().source(),
        subject.definition(),
        subject.definition().baseUrl(url, false),
        Settings.of(subject.definition(), subject.settings()),
        credential == null ? Credential.none() : Credential.of(credential));
  }

  private Ports ports(Faults faults) {
    return new Ports(
        new Storage(
            faults.port(ResourceStateStore.class, states),
            faults.port(BatchSink.class, lake),
            faults.port(FingerprintIndex.class, lake),
            faults.port(PublishedIndexes.class, lake),
            faults.port(PublishedLines.class, lake)),
        new Timing(clock, clock, random),
        _ -> {});
  }
}
