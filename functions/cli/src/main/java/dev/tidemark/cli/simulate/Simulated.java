package dev.tidemark.cli.simulate;

import dev.tidemark.certify.ServedDefinition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ServerSettings;
import dev.tidemark.simulators.zendesk.Zendesk;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API on this machine. */
public sealed interface Simulated extends AutoCloseable {
  /** Where it is asked. */
  URI baseUri();

  /** What it takes, which is no secret; null where it takes none. */
  @Nullable String credential();

  /** What goes wrong. */
  Plan<Quirk> quirks();

  /** Edits a record. */
  void edit(Instant at);

  @Override
  void close();

  /**
   * Starts the API of {@code source}, a built-in one or a file.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if it names none
   */
  static Simulated start(String source, int records, ServerSettings settings) {
    Instant newest =
        settings.clock().instant().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    DatasetPlan plan = DatasetPlan.of(1, records).withNewest(newest);
    return switch (source) {
      case "lev" ->
          new BuiltIn(
              Lev.start(settings, plan),
              key(Lev.API_KEY),
              List.of("deals", "contacts", "companies"));
      case "askelephant" ->
          new BuiltIn(
              AskElephant.start(settings, plan),
              key(AskElephant.API_KEY),
              List.of("contacts", "companies"));
      case "zendesk" ->
          new BuiltIn(
              Zendesk.start(settings, plan),
              "{\"email\":\"" + Zendesk.EMAIL + "\",\"apiToken\":\"" + Zendesk.API_TOKEN + "\"}",
              List.of("tickets", "users"));
      default -> new Described(ServedDefinition.start(Sources.named(source), records, settings));
    };
  }

  private static String key(String key) {
    return "{\"apiKey\":\"" + key + "\"}";
  }

  /** One whose vendor is imitated by hand. */
  final class BuiltIn implements Simulated {
    private final Simulator simulator;
    private final String credential;
    private final List<String> edited;
    private int edits;

    BuiltIn(Simulator simulator, String credential, List<String> edited) {
      this.simulator = simulator;
      this.credential = credential;
      this.edited = List.copyOf(edited);
    }

    @Override
    public URI baseUri() {
      return simulator.baseUri();
    }

    @Override
    public String credential() {
      return credential;
    }

    @Override
    public Plan<Quirk> quirks() {
      return simulator.quirks();
    }

    @Override
    public void edit(Instant at) {
      Collection collection = simulator.collection(edited.get(edits % edited.size()));
      List<String> ids = collection.ids();
      if (!ids.isEmpty()) {
        collection.edit(ids.get(edits / edited.size() % ids.size()), at);
      }
      edits++;
    }

    @Override
    public void close() {
      simulator.close();
    }
  }

  /** One that is made from its definition. */
  record Described(ServedDefinition served) implements Simulated {
    @Override
    public URI baseUri() {
      return served.baseUri();
    }

    @Override
    public @Nullable String credential() {
      return served.credential();
    }

    @Override
    public Plan<Quirk> quirks() {
      return served.quirks();
    }

    @Override
    public void edit(Instant at) {
      served.edit(at);
    }

    @Override
    public void close() {
      served.close();
    }
  }
}
