package dev.tidemark.cli.process;

import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.LogEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A simulated API and how the command is told of it.
 *
 * @param source the built-in definition that it follows
 * @param secret the key that it takes
 */
public record Api(String source, String secret, Simulator simulator) implements AutoCloseable {
  /** Lev. */
  public static Api lev(DatasetPlan plan) {
    return new Api("lev", Lev.API_KEY, Lev.start(plan));
  }

  /** AskElephant. */
  public static Api askElephant(DatasetPlan plan) {
    return new Api("askelephant", AskElephant.API_KEY, AskElephant.start(plan));
  }

  /** Lets every answer to {@code resource} wait. */
  public Api slow(String resource, Duration pause) {
    simulator.quirks().add(name(resource), new Delivery.Delayed(pause));
    return this;
  }

  /** The command that lands it in {@code home}. */
  Tidemark sync(Path home, Object... more) {
    return sync(source, home).with(more);
  }

  /** The same by a definition of one's own. */
  Tidemark sync(Object definition, Path home) {
    return command("sync", definition, "--home", home, "--json").in(home);
  }

  /** A command that talks to it. */
  Tidemark command(String verb, Object... more) {
    return keyed(Tidemark.of(verb).with(more).with("--base-url", simulator.baseUri()));
  }

  /** The command that lands it in {@code home} from where it is not. */
  Tidemark syncFrom(String baseUrl, Path home) {
    return keyed(Tidemark.of("sync", source).with("--home", home, "--json", "--base-url", baseUrl))
        .in(home);
  }

  private Tidemark keyed(Tidemark command) {
    return command.credential("{\"apiKey\":\"" + secret + "\"}", secret);
  }

  /** What has to be landed of {@code resource} now: id to JSON. */
  public Map<String, String> truth(String resource) {
    return simulator.truth(name(resource));
  }

  Collection collection(String resource) {
    return simulator.collection(name(resource));
  }

  /** The requests for {@code resource} so far. */
  public List<LogEntry> asked(String resource) {
    return simulator.log().entries(name(resource));
  }

  /** What the simulator calls {@code resource}. */
  static String name(String resource) {
    return resource.equals("lenders") ? "lenders/directory" : resource;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
