package dev.tidemark.cli.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.sync.LocalContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function as Lambda does: events wait in a queue, are delivered at least once and in no
 * promised order, and an invocation that outlives its time is killed without notice.
 */
public final class LocalLambda {
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int MEMORY_MB = 1024;

  private final Function<Life, RequestStreamHandler> functions;
  private final Duration timeout;
  private final InstantSource clock;
  private final BooleanSupplier stop;
  private final Life.Witness witness;
  private final EventQueue queue;
  private final Map<String, Life> alive = new ConcurrentHashMap<>();

  /**
   * @param functions makes the function of one invocation, whose ports it guards
   * @param timeout how long an invocation may live
   * @param stop when no further event is to be delivered
   */
  public LocalLambda(
      Function<Life, RequestStreamHandler> functions,
      Duration timeout,
      InstantSource clock,
      BooleanSupplier stop,
      Life.Witness witness) {
    this.functions = functions;
    this.timeout = timeout;
    this.clock = clock;
    this.stop = stop;
    this.witness = witness;
    this.queue = new EventQueue(clock);
  }

  /** Invokes the function asynchronously: the event is delivered at once, as Lambda does. */
  public void send(String event) {
    queue.send(event, clock.instant());
  }

  /**
   * Delivers {@code event} at a time, which Lambda cannot: the process that plays it stands in for
   * the sweep here, as its operator's.
   */
  public void sendAt(String event, Instant at) {
    queue.send(event, at);
  }

  /**
   * Invokes once the function that {@code function} makes, without a watcher, and waits for its
   * answer. While it runs its leases are a living owner's.
   */
  public Ending invoke(Function<Life, RequestStreamHandler> function, String event)
      throws InterruptedException {
    return invoke(function, Life.unwatched(), event);
  }

  private LocalContext context(String requestId) {
    return new LocalContext(requestId, clock.instant().plus(timeout), clock, MEMORY_MB);
  }

  /**
   * Whether the owner of a lease, named by the request id that it begins with, is certainly not at
   * work.
   */
  public boolean isDead(String owner) {
    int slash = owner.indexOf('/');
    return !alive.containsKey(slash < 0 ? owner : owner.substring(0, slash));
  }

  /**
   * Delivers events by {@code workers} threads until none is left and nothing runs, or until
   * stopped.
   */
  public void run(int workers, Consumer<Ending> endings) throws InterruptedException {
    Thread[] threads = new Thread[workers];
    for (int i = 0; i < workers; i++) {
      threads[i] =
          Thread.ofPlatform().daemon().name("tidemark-leg-" + i).start(() -> work(endings));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void work(Consumer<Ending> endings) {
    try {
      while (!stop.getAsBoolean()) {
        QueuedEvent next = queue.take(LOOK);
        if (next != null) {
          try {
            deliver(next.event(), endings);
          } finally {
            queue.done();
          }
        } else if (queue.isIdle()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Delivers an event; one whose invocation was killed is delivered again, by Lambda's retry or in
   * the end the sweep.
   */
  private void deliver(String event, Consumer<Ending> endings) throws InterruptedException {
    Ending ending = invoke(functions, new Life(witness), event);
    endings.accept(ending);
    if (ending instanceof Ending.Killed) {
      send(event);
    }
  }

  private Ending invoke(Function<Life, RequestStreamHandler> function, Life life, String event)
      throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    alive.put(requestId, life);
    try {
      return new Execution(function.apply(life), life).run(event, context(requestId));
    } finally {
      alive.remove(requestId);
    }
  }

  /** One invocation, on a thread that can be left behind. */
  private record Execution(RequestStreamHandler function, Life life) {
    Ending run(String event, LocalContext context) throws InterruptedException {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      @Nullable Throwable[] thrown = new @Nullable Throwable[1];
      Thread thread =
          Thread.ofPlatform()
              .daemon()
              .name("tidemark-invocation")
              .start(() -> thrown[0] = handle(event, output, context));
      while (!thread.join(LOOK)) {
        if (context.getRemainingTimeInMillis() == 0) {
          life.kill("it ran longer than its time");
        }
        if (life.killedWhy() != null) {
          thread.interrupt();
          break;
        }
      }
      String why = life.killedWhy();
      if (why != null) {
        return new Ending.Killed(event, why);
      }
      Throwable cause = thrown[0];
      return cause == null
          ? new Ending.Answered(event, answer(output))
          : new Ending.Threw(event, cause);
    }

    private @Nullable Throwable handle(
        String event, ByteArrayOutputStream output, LocalContext context) {
      try {
        function.handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
        return null;
      } catch (Exception | Error e) {
        return e;
      }
    }

    private static ObjectNode answer(ByteArrayOutputStream output) {
      try {
        return (ObjectNode) new ObjectMapper().readTree(output.toByteArray());
      } catch (java.io.IOException e) {
        throw new IllegalStateException("the function's answer is not JSON", e);
      }
    }
  }
}
