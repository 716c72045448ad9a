package dev.tidemark.cli.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.runtimeapi.Events.Delivery;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.testkit.wire.WireFault;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays Lambda to the functions of one connection, at its worst: it delivers late, twice and in any
 * order, kills and freezes processes, gives up an event after three attempts, and in the end leaves
 * it to the sweep.
 */
final class Platform implements AutoCloseable {
  private static final int MOST_DELIVERIES = 400;

  /** Claims without progress after which a leg is left alone; the sixth would fail the run. */
  private static final int PATIENT = 3;

  /** Beyond any lease. */
  private static final Duration LEASE_OVER = Duration.ofSeconds(70);

  /** What a function may throw here: it had too little memory, or AWS did not answer in time. */
  private static final String[] FORGIVEN = {
    "java.lang.OutOfMemoryError", "SdkClientException", "ApiCallTimeoutException"
  };

  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofSeconds(6);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);

  private final Fleet fleet;
  private final Events events;
  private final ResourceStateStore states;
  private final ResourceKey key;
  private final SplittableRandom random;
  private final Tally tally;
  private final int enough;
  private @Nullable Sandbox warm;
  private @Nullable Sandbox sweeper;

  Platform(Fleet fleet, Events events, Watched watched, Mood mood) {
    this.fleet = fleet;
    this.events = events;
    this.states = watched.states();
    this.key = watched.key();
    this.random = mood.random();
    this.tally = mood.tally();
    this.enough = mood.enough();
  }

  /**
   * How it treats processes.
   *
   * @param enough of the dead; then it spares the others
   */
  record Mood(SplittableRandom random, Tally tally, int enough) {}

  /** The state that tells whether a run is over. */
  record Watched(ResourceStateStore states, ResourceKey key) {}

  /** Runs the resource to its end, whatever it takes, and delivers what is left of the events. */
  void run() {
    events.send("{\"action\":\"sync\",\"resource\":\"" + key.resource() + "\"}");
    for (int i = 0; !isOver(); i++) {
      assertThat(i).as("deliveries; %s", tally).isLessThan(MOST_DELIVERIES);
      if (events.isEmpty()) {
        sweep();
      } else {
        deliver(events.take(random), fate());
      }
    }
  }

  private boolean isOver() {
    ResourceState state = states.read(key);
    assertThat(state.phase()).as("%s", tally).isNotInstanceOf(Phase.Failed.class);
    return events.isEmpty() && state.phase() instanceof Phase.Idle && state.checkpoint() != null;
  }

  /**
   * The guard against legs without progress is for legs that make none, not for a cruel platform.
   */
  private Fate fate() {
    ResourceState state = states.read(key);
    boolean over = state.phase() instanceof Phase.Idle && state.checkpoint() != null;
    boolean spared = over || state.claims() >= PATIENT || tally.of(Tally.KILLED) >= enough;
    return spared ? new Fate.Lives(LONG) : Fate.any(random);
  }

  private void deliver(Delivery delivery, Fate fate) {
    switch (fate) {
      case Fate.Lives(Duration life) -> invoke(takeWarm(), delivery, life);
      case Fate.KilledAt(int call, boolean after) -> {
        Sandbox sandbox = takeWarm();
        arm(call, after, sandbox::kill, new WireFault.RequestLost());
        invoke(sandbox, delivery, LONG);
      }
      case Fate.KilledAfter(Duration time) -> {
        Sandbox sandbox = takeWarm();
        after(time).execute(sandbox::kill);
        invoke(sandbox, delivery, LONG);
      }
      case Fate.Overruns(int call, Duration life) -> {
        arm(call, false, () -> {}, new WireFault.AnswerLate(LONG));
        invoke(takeWarm(), delivery, life);
      }
      case Fate.Frozen(int call, boolean after) -> freeze(delivery, call, after);
      case Fate.Doubled(Duration life) -> twice(delivery, life);
      case Fate.Starved(int heapMb) -> starve(delivery, heapMb);
    }
    fleet.fuse().arm(null);
  }

  private static Executor after(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void arm(int call, boolean after, Runnable deed, WireFault fault) {
    fleet.fuse().arm(new Fuse.Armed(call, after, deed, fault));
  }

  private void invoke(Sandbox sandbox, Delivery delivery, Duration life) {
    Ending ending = sandbox.await(sandbox.begin(invocation(delivery, life), true));
    settle(delivery, ending);
    if (ending instanceof Ending.Answered) {
      sandbox.freeze();
      warm = sandbox;
    } else {
      sandbox.close();
    }
  }

  /** A process that dies of its heap, somewhere between its start and the end of a leg. */
  private void starve(Delivery delivery, int heapMb) {
    closeWarm();
    tally.count("processes");
    tally.count("started with too little memory");
    invoke(fleet.sync(heapMb), delivery, SHORT);
    closeWarm();
  }

  /** The owner stops in mid-air; another works on when its lease is over; then it wakes up. */
  private void freeze(Delivery delivery, int call, boolean after) {
    Sandbox sleeper = takeWarm();
    CompletableFuture<Void> asleep = new CompletableFuture<>();
    arm(
        call,
        after,
        () -> {
          sleeper.freeze();
          asleep.complete(null);
        },
        WireFault.NONE);
    CompletableFuture<Ending> ending = sleeper.begin(invocation(delivery, LONG), false);
    CompletableFuture.anyOf(asleep, ending).orTimeout(2, TimeUnit.MINUTES).join();
    if (asleep.isDone()) {
      tally.count("frozen past its lease");
      fleet.clock().forward(LEASE_OVER);
      fleet.fuse().arm(null);
      Delivery next = delivery.isLast() ? delivery : delivery.again();
      invoke(takeWarm(), next, Fate.lives(random).life());
      sleeper.thaw();
    }
    settle(delivery, sleeper.await(ending));
    sleeper.close();
  }

  /** At least once may be twice at once. */
  private void twice(Delivery delivery, Duration life) {
    Sandbox one = takeWarm();
    Sandbox other = fleet.sync();
    tally.count("processes");
    var first = one.begin(invocation(delivery, life), true);
    var second = other.begin(invocation(delivery, life), true);
    settle(delivery, one.await(first));
    settle(delivery, other.await(second));
    one.close();
    other.close();
    tally.count("delivered twice at once");
  }

  private static Invocation invocation(Delivery delivery, Duration life) {
    return new Invocation(delivery.requestId(), Fleet.ARN, delivery.event(), life);
  }

  /** What Lambda does about an asynchronous event that came to this end. */
  private void settle(Delivery delivery, Ending ending) {
    switch (ending) {
      case Ending.Answered(var answer) -> tally.count(answer.path("outcome").asText());
      case Ending.Threw(String error) -> {
        assertThat(error).as("thrown by a function").containsAnyOf(FORGIVEN);
        tally.count("threw");
      }
      case Ending.Died(int status) -> {
        tally.count(status == 137 ? Tally.KILLED : "exit " + status);
        fleet.clock().forward(LEASE_OVER);
      }
    }
    if (!(ending instanceof Ending.Answered)) {
      if (!delivery.isLast()) {
        events.put(delivery.again());
      }
    } else if (random.nextInt(8) == 0 && !delivery.isLast()) {
      tally.count("delivered once more");
      events.put(delivery.again());
    }
  }

  private void sweep() {
    fleet.clock().forward(BETWEEN_SWEEPS);
    if (sweeper == null) {
      sweeper = fleet.sweep();
    }
    Sandbox sandbox = sweeper;
    Ending ending =
        sandbox.await(
            sandbox.begin(
                new Invocation(UUID.randomUUID().toString(), Fleet.ARN, "{}", LONG), true));
    assertThat(ending).as(sandbox.said()).isInstanceOf(Ending.Answered.class);
    sandbox.freeze();
    tally.count("swept");
    if (events.isEmpty()) {
      // Nothing was in flight: a process died before it began the run.
      events.send("{\"action\":\"sync\",\"resource\":\"" + key.resource() + "\"}");
    }
  }

  private Sandbox takeWarm() {
    Sandbox ready = warm;
    if (ready != null && ready.isAlive()) {
      warm = null;
      return ready;
    }
    closeWarm();
    tally.count("processes");
    return fleet.sync();
  }

  private void closeWarm() {
    if (warm != null) {
      warm.close();
      warm = null;
    }
  }

  @Override
  public void close() {
    closeWarm();
    if (sweeper != null) {
      sweeper.close();
    }
    fleet.close();
  }
}
