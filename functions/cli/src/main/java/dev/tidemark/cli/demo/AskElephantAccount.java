package dev.tidemark.cli.demo;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.askelephant.AskElephantQuirk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An account of AskElephant.
 *
 * @param newest no record of the beginning is younger
 */
record AskElephantAccount(AskElephant simulator, int pageSize, Changes changes, Instant newest)
    implements DemoAccount {
  private static final int GONE = 4;

  static AskElephantAccount start(DatasetPlan plan, int pageSize, Changes changes) {
    AskElephant ask = AskElephant.start(plan);
    ask.quirks()
        .add("companies", Schedule.at(4), new AskElephantQuirk.RateLimited(RetryHint.SECONDS, 1));
    ask.quirks().add("engagements", Schedule.at(6), new AskElephantQuirk.CursorRejected());
    ask.quirks().add(Planned.ANY, new Delivery.Delayed(Accounts.LATENCY));
    changes.during(ask, "contacts", 5);
    return new AskElephantAccount(ask, pageSize, changes, plan.newest());
  }

  @Override
  public String name() {
    return "askelephant";
  }

  @Override
  public SourceConnection open() {
    return Accounts.open(name(), simulator, AskElephant.API_KEY, pageSize);
  }

  @Override
  public int workers() {
    return 2;
  }

  @Override
  public List<String> resources() {
    return Sources.builtIn(name()).runnable();
  }

  @Override
  public Truth truth(String resource) {
    return Truth.of(Accounts.quoted(simulator.truth(resource)), null);
  }

  @Override
  public int moved() {
    return changes.moved();
  }

  @Override
  public void change() {
    changes.make(simulator, List.of("contacts", "engagements"));
  }

  @Override
  public void vanish() {
    Changes.delete(simulator.collection("companies"), GONE);
  }

  @Override
  public List<String> errands() {
    return List.of(
        Errand.reconcile("companies"),
        Errand.backfill(
            "engagements", newest.minus(Duration.ofDays(60)), newest.minus(Duration.ofDays(30))));
  }
}
