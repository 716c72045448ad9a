package dev.tidemark.cli.demo;

import dev.tidemark.rest.Settings;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.askelephant.AskElephantQuirk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryAfter;
import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A source with its simulated API.
 *
 * @param collections the simulator's name of each resource that it calls otherwise
 * @param pageSize records that a page is asked for
 */
record DemoSource(
    String name,
    Simulator simulator,
    String credential,
    Map<String, String> collections,
    int pageSize) {
  private static final Duration LATENCY = Duration.ofMillis(15);

  /**
   * So many that a walk outlives a leg and meets all that is planned, however few records it has.
   */
  private static final int PAGES = 20;

  /** Simulates every built-in source with about {@code records} records each. */
  static List<DemoSource> start(int records) {
    int each = Math.max(1, records / 5);
    DatasetPlan plan = DatasetPlan.of(20_261_122, each).withNastyShare(0.01).withBurst(7);
    Lev lev = Lev.start(plan);
    lev.quirks()
        .add(
            "contacts",
            Schedule.at(3),
            new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryAfter.ABSENT, 1));
    lev.quirks().add("companies", Schedule.at(2), new Delivery.ShortBody(100));
    lev.quirks().add(Planned.ANY, new Delivery.Delayed(LATENCY));
    AskElephant ask = AskElephant.start(plan);
    ask.quirks()
        .add("companies", Schedule.at(4), new AskElephantQuirk.RateLimited(RetryAfter.SECONDS, 1));
    ask.quirks().add(Planned.ANY, new Delivery.Delayed(LATENCY));
    int page = Math.clamp(each / PAGES, 1, 100);
    return List.of(
        new DemoSource("lev", lev, Lev.API_KEY, Map.of("lenders", "lenders/directory"), page),
        new DemoSource("askelephant", ask, AskElephant.API_KEY, Map.of(), page));
  }

  SourceConnection open() {
    Definition definition = Sources.builtIn(name);
    return SourceConnection.open(
        name,
        definition,
        BaseUrl.of(simulator.baseUri().toString(), true),
        Settings.of(definition, Map.of("pageSize", Integer.toString(pageSize))),
        Credential.of(credential));
  }

  String collection(String resource) {
    return collections.getOrDefault(resource, resource);
  }
}
