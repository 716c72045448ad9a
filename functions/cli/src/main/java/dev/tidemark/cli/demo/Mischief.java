package dev.tidemark.cli.demo;

import dev.tidemark.cli.lambda.Life;
import dev.tidemark.sync.wiring.Invoker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that the demonstration does to itself, and its own account of it. */
final class Mischief implements Life.Witness {
  /** The first continuation that may get lost. */
  private static final int LOST = 4;

  private final AtomicInteger puts = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicBoolean lost = new AtomicBoolean();
  private final List<String> account = new ArrayList<>();

  @Override
  public void sees(Life life, String call, boolean after) {
    if (call.equals("put") && after && puts.incrementAndGet() == 2) {
      life.kill("by the demo, after its batch was stored and before the cursor moved");
      tell("killed an invocation between its batch and its cursor: the next one adopts the batch");
    }
    if (call.equals("write") && !after && writes.incrementAndGet() == 9) {
      life.kill("by the demo, before a state write");
      tell("killed an invocation before it could write its state");
    }
  }

  /** Sends what the function sends to itself, but one event twice and another not at all. */
  Invoker around(Invoker invoker) {
    return event -> send(invoker, event);
  }

  private void send(Invoker invoker, String event) {
    if (!event.contains("\"continue\"")) {
      invoker.send(event);
      return;
    }
    int number = sent.incrementAndGet();
    if (number >= LOST && !lost.getAndSet(true)) {
      tell("lost a continuation: the sweep finds the run");
      return;
    }
    invoker.send(event);
    if (number == 2) {
      invoker.send(event);
      tell("delivered a continuation twice: the second finds the lease held");
    }
  }

  private synchronized void tell(String line) {
    account.add(line);
  }

  synchronized List<String> account() {
    return List.copyOf(account);
  }
}
