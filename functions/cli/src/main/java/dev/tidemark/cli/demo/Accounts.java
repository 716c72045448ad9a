package dev.tidemark.cli.demo;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The three accounts of the story. */
final class Accounts {
  /** An answer takes as long as a fast API's does. */
  static final Duration LATENCY = Duration.ofMillis(12);

  /** Large resources in all. */
  private static final int RESOURCES = 15;

  /**
   * So many that a walk outlives a leg and meets all that is planned, however few records it has.
   */
  private static final int PAGES = 18;

  private Accounts() {}

  /** Simulates every built-in source with about {@code records} records together. */
  static List<DemoAccount> start(int records) {
    int each = Math.max(1, records / RESOURCES);
    int page = Math.clamp(each / PAGES, 1, 100);
    DatasetPlan plan =
        DatasetPlan.of(20_261_122, each)
            .withNastyShare(0.01)
            .withBurst(7)
            .withNewest(
                InstantSource.system()
                    .instant()
                    .minus(1, ChronoUnit.DAYS)
                    .truncatedTo(ChronoUnit.SECONDS));
    DemoClock clockwork = new DemoClock();
    return List.of(
        LevAccount.start(plan, page, new Changes(clockwork)),
        AskElephantAccount.start(plan, page, new Changes(clockwork)),
        ZendeskAccount.start(plan, page, new Changes(clockwork)));
  }

  /** The connection of a simulated account, whose limits the simulator does not have. */
  static SourceConnection open(
      String source, Simulator simulator, String credential, int pageSize) {
    Definition definition = Sources.builtIn(source);
    return SourceConnection.open(
        source,
        definition,
        BaseUrl.of(simulator.baseUri().toString(), true),
        Settings.of(definition, Map.of("pageSize", Integer.toString(pageSize), "rate", "off")),
        Credential.of(credential));
  }

  /** {@code all} by ids as JSON texts. */
  static Map<String, String> quoted(Map<String, String> all) {
    Map<String, String> quoted = new TreeMap<>();
    all.forEach((id, record) -> quoted.put('"' + id + '"', record));
    return quoted;
  }
}
