package dev.tidemark.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.HomeWiring;
import dev.tidemark.cli.lambda.LocalFunctions;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.sync.SweepHandler;
import dev.tidemark.sync.event.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Runs events in one simulated account, with everything going wrong on the way. */
final class Demonstration {
  /** So short that a resource needs several invocations. */
  private static final Duration BUDGET = Duration.ofMillis(150);

  private static final Duration RESERVE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DemoAccount account;
  private final HomeFolder stores;
  private final Mischief mischief;
  private final InstantSource clock = InstantSource.system();
  private final List<Ending> endings = new ArrayList<>();

  Demonstration(DemoAccount account, HomeFolder stores, Mischief mischief) {
    this.account = account;
    this.stores = stores;
    this.mischief = mischief;
  }

  /** Sends {@code events} and runs what they ask for to completion, as schedule and sweep do. */
  List<Ending> run(List<String> events) throws InterruptedException {
    LocalLambda[] lambda = new LocalLambda[1];
    LocalFunctions functions =
        new LocalFunctions(
            HomeWiring.of(Origin.of(account.open()), stores, clock, _ -> LegListener.NONE),
            true,
            PATIENCE,
            1,
            () -> false,
            mischief.around(event -> lambda[0].send(event)),
            _ -> LegListener.NONE);
    lambda[0] =
        new LocalLambda(
            life -> functions.of(life, lambda[0]),
            BUDGET.plus(RESERVE),
            clock,
            () -> false,
            mischief);
    events.forEach(lambda[0]::send);
    do {
      lambda[0].run(account.workers(), ending -> note(lambda[0], ending));
    } while (sweep(lambda[0], functions) > 0);
    return endings;
  }

  private synchronized void note(LocalLambda lambda, Ending ending) {
    endings.add(ending);
    Waiting waiting =
        ending instanceof Ending.Answered answered ? Waiting.of(answered.answer()) : null;
    if (waiting != null) {
      // The sweep comes when the run is due, instead of every five minutes.
      lambda.sendAt(waiting.resumes(), waiting.until());
    }
  }

  /** What the sweep function does every five minutes. */
  private static int sweep(LocalLambda lambda, LocalFunctions functions)
      throws InterruptedException {
    return lambda.invoke(life -> new SweepHandler(functions.wiring(life, lambda), "local"), "{}")
            instanceof Ending.Answered(String _, ObjectNode answer)
        ? answer.path("sent").asInt()
        : 0;
  }
}
