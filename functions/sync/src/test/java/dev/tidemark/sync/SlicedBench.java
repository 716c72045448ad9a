package dev.tidemark.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.sync.sweep.Sweep;
import dev.tidemark.sync.sweep.Watch;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The handlers over AskElephant, where it is declared that each record has a time. */
final class SlicedBench implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 400;

  final Bench bench;
  final Wiring wiring;
  private int invocations;

  /**
   * @param slices that the stack allows
   */
  SlicedBench(int slices, int records) {
    bench = Bench.of("askelephant", DatasetPlan.of(3, records), 10);
    Definition definition = dated();
    Settings settings = Settings.of(definition, Map.of("pageSize", "5"));
    ApiAccess api =
        new ApiAccess(
            () ->
                SourceConnection.open(
                    "askelephant",
                    definition,
                    BaseUrl.of(bench.simulator.baseUri().toString(), true),
                    settings,
                    Credential.of(Vendors.credential("askelephant"))),
            bench.wiring.api().transports());
    LegLimits limits = new LegLimits(bench.clock, Bench.PATIENCE, () -> false, _ -> false, slices);
    wiring =
        new Wiring("askelephant", api, bench.wiring.persistence(), bench.wiring.invokers(), limits);
  }

  private static Definition dated() {
    String name = "/dev/tidemark/sources/askelephant.yaml";
    try (InputStream in = Objects.requireNonNull(Definition.class.getResourceAsStream(name))) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return DefinitionReader.read(name, yaml.replace("walk: cursor", "walk: bound"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode invoke(String event) {
    return invoke(event, Bench.LONG);
  }

  JsonNode invoke(String event, Duration life) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new SyncHandler(wiring)
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              answer,
              new OneInvocation("request-" + ++invocations, life));
      return JSON.readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The answer that ended it, of {@code event} and of all that was sent because of it.
   *
   * @param delivery what becomes of the events that an invocation sends
   */
  JsonNode drive(String event, Duration life, UnaryOperator<List<String>> delivery) {
    Deque<String> due = new ArrayDeque<>(List.of(event));
    JsonNode last = JSON.createObjectNode();
    for (int i = 0; !due.isEmpty(); i++) {
      if (i > MOST) {
        throw new IllegalStateException("no end: " + last);
      }
      JsonNode answer = answered(due.removeFirst(), life);
      last = isSettled(answer) ? answer : last;
      due.addAll(delivery.apply(bench.sent.stream().map(Bench.Sent::event).toList()));
    }
    return last;
  }

  private JsonNode answered(String event, Duration life) {
    bench.sent.clear();
    return invoke(event, life);
  }

  private static boolean isSettled(JsonNode answer) {
    return List.of("completed", "failed").contains(answer.path("outcome").asText())
        && !answer.path("resource").asText().contains("#");
  }

  /** What the sweep sends. */
  List<String> sweep() {
    bench.sent.clear();
    new Sweep(wiring, Functions.only(OneInvocation.ARN), Watch.NOBODY).send();
    return bench.sent.stream().map(Bench.Sent::event).toList();
  }

  /** Where {@code resource} and its slices stand. */
  JsonNode status(String resource) {
    return invoke("{\"action\":\"status\",\"resource\":\"" + resource + "\"}").path("resources");
  }

  long manifests(String resource) {
    return bench.lake.published(ResourceKey.of("askelephant", resource)).manifests().size();
  }

  @Override
  public void close() {
    bench.close();
  }
}
