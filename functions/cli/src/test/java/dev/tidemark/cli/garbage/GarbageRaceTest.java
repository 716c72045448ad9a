package dev.tidemark.cli.garbage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.lambda.HomeWiring;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.sync.LocalContext;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a run is doing, nothing that it lists or may list is removed, however old it looks. */
class GarbageRaceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final InstantSource CLOCK = InstantSource.system();

  /** So late that no age protects anything. */
  private static final Duration LATER = Duration.ofDays(4000);

  @TempDir private Path folder;

  private final Lev lev = Lev.start(DatasetPlan.of(31, 90));
  private final Definition definition = Sources.builtIn("lev");
  private int looks;
  private int removed;

  @AfterEach
  void close() {
    lev.close();
  }

  /** Answers by the deployed handler, while a leg is at work. */
  private final class HereSite implements Site {
    @Override
    public String connection() {
      return "lev";
    }

    @Override
    public ObjectNode ask(String resource, ObjectNode event) {
      return invoke(wiring(false), event.toString());
    }

    @Override
    public List<String> resources() {
      return List.of("deals");
    }

    @Override
    public void remove(List<String> keys) {
      home().stores().remove(keys);
      removed += keys.size();
    }

    @Override
    public Lake lake() {
      return new Lake(home().stores().objects());
    }

    @Override
    public List<PublishedRun> runs(String resource) {
      return lake().runs(ResourceKey.of("lev", resource));
    }
  }

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private Wiring wiring(boolean racing) {
    SourceConnection source =
        SourceConnection.open(
            "lev",
            definition,
            BaseUrl.of(lev.baseUri().toString(), true),
            Settings.of(definition, Map.of("pageSize", "10")),
            Credential.of(Lev.API_KEY));
    return HomeWiring.of(
        Origin.of(source),
        home().stores(),
        CLOCK,
        _ ->
            _ -> {
              if (racing) {
                collect();
              }
            });
  }

  private void collect() {
    try {
      looks++;
      Garbage.of(new HereSite(), "deals", CLOCK.instant().plus(LATER)).remove();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode invoke(Wiring wiring, String event) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new SyncHandler(wiring)
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(UTF_8)),
              answer,
              new LocalContext("here", CLOCK.instant().plusSeconds(300), CLOCK, 512));
      return (ObjectNode) JSON.readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode sync(String more) {
    return invoke(wiring(true), "{\"action\":\"sync\",\"resource\":\"deals\"" + more + "}");
  }

  private void isWhole() {
    Map<String, String> state =
        new TreeMap<>(
            new HereSite()
                .lake()
                .state(ResourceKey.of("lev", "deals"), new LineRecall(definition.resource("deals")))
                .records());
    assertThat(state).isEqualTo(new TreeMap<>(lev.truth("deals")));
  }

  @Test
  void beside_a_run_at_each_of_its_steps() {
    assertThat(sync("").path("outcome").asText()).isEqualTo("completed");
    isWhole();
    lev.collection("deals").rewrite(lev.collection("deals").ids().get(4));
    assertThat(sync(",\"mode\":\"reconcile\"").path("outcome").asText()).isEqualTo("completed");
    isWhole();
    assertThat(looks).isGreaterThan(10);
  }

  @Test
  void beside_a_run_that_failed_and_is_resumed_or_given_up() {
    lev.quirks().add("deals", Schedule.at(4), new LevQuirk.Forbidden("deals:read"));
    JsonNode failed = sync("");
    assertThat(failed.path("outcome").asText()).isEqualTo("failed");
    collect();
    assertThat(sync("").path("outcome").asText()).isEqualTo("completed");
    isWhole();

    lev.quirks().add("deals", Schedule.at(4), new LevQuirk.Forbidden("deals:read"));
    int before = removed;
    assertThat(sync(",\"mode\":\"reconcile\"").path("outcome").asText()).isEqualTo("failed");
    collect();
    assertThat(lakeOf("reconcile")).isEqualTo("failed");
    invoke(wiring(false), "{\"action\":\"cancel\",\"resource\":\"deals#reconcile\"}");
    collect();
    assertThat(removed).isGreaterThan(before);
    isWhole();
  }

  private String lakeOf(String variant) {
    ObjectNode ask = JSON.createObjectNode().put("action", "status");
    for (JsonNode one : new HereSite().ask("", ask).path("resources")) {
      if (one.path("resource").asText().equals("deals#" + variant)) {
        return one.path("phase").asText();
      }
    }
    return "";
  }
}
