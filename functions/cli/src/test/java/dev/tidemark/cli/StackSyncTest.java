package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.run.Mode;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.ManifestJson;
import dev.tidemark.lake.PublishedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that goes on in a stack by itself is followed until it is published, or stops. */
class StackSyncTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IN_FLIGHT =
      "{\"connection\":\"main\",\"resource\":\"deals\",\"outcome\":\"in-flight\",\"run\":\"r1\","
          + "\"mode\":\"backfill\",\"legs\":1,\"tally\":{\"records\":40}}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A stack whose function says one thing after the other. */
  private record Scripted(Deque<String> answers, List<String> published) implements Site {
    @Override
    public String connection() {
      return "main";
    }

    @Override
    public ObjectNode ask(String resource, ObjectNode event) {
      return parsed(answers.removeFirst());
    }

    @Override
    public List<String> resources() {
      return List.of("deals");
    }

    @Override
    public void remove(List<String> keys) {
      throw new AssertionError("nothing is removed by a run");
    }

    @Override
    public Lake lake() {
      throw new AssertionError("a run is followed by its manifests alone");
    }

    @Override
    public List<PublishedRun> runs(String resource) {
      return published.stream()
          .map(json -> ManifestJson.read(json.getBytes(StandardCharsets.UTF_8)))
          .toList();
    }
  }

  private static String manifest(String run, String rest) {
    return "{\"connection\":\"main\",\"resource\":\"deals\",\"run\":\""
        + run
        + "\",\"mode\":\"backfill\",\"startedAt\":\"2026-03-01T12:00:00Z\","
        + "\"completedAt\":\"2026-03-01T12:09:00Z\","
        + rest
        + "}";
  }

  private static ObjectNode parsed(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String standing(String rest) {
    return "{\"resources\":[{\"resource\":\"deals\"," + rest + "}]}";
  }

  private JsonNode report(ExitStatus expected, List<String> answers, String... published)
      throws InterruptedException {
    Work work = new Work.Sync(Mode.INCREMENTAL, null, null, null);
    Console console = new Console(true, new PrintWriter(out, true), new PrintWriter(err, true));
    Site site = new Scripted(new ArrayDeque<>(answers), List.of(published));
    try (Interruption interruption = Interruption.listen()) {
      assertThat(new StackSync(site, work, Map.of(), console, interruption).run(List.of("deals")))
          .isEqualTo(expected);
    }
    return parsed(out.toString());
  }

  @Test
  void until_its_manifest_is_there() throws InterruptedException {
    JsonNode report =
        report(
            ExitStatus.COMPLETED,
            List.of(IN_FLIGHT, standing("\"phase\":\"idle\"")),
            manifest("r0", "\"records\":1"),
            manifest(
                "r1",
                "\"records\":90,\"apiCalls\":9,\"checkpoint\":{\"watermark\":\"w\"},"
                    + "\"objects\":[{\"key\":\"a\",\"bytes\":7,\"sha256\":\"b\"},"
                    + "{\"key\":\"c\",\"bytes\":8,\"sha256\":\"d\"}]"));
    assertThat(report.path("outcome").asText()).isEqualTo("completed");
    assertThat(report.path("records").asInt()).isEqualTo(90);
    assertThat(report.path("batches").asInt()).isEqualTo(2);
    assertThat(report.path("bytes").asInt()).isEqualTo(15);
    assertThat(report.path("manifest").asText()).isEqualTo("manifests/main/deals/r1.json");
  }

  @Test
  void until_it_fails() throws InterruptedException {
    JsonNode report =
        report(
            ExitStatus.FAILED,
            List.of(IN_FLIGHT, standing("\"phase\":\"failed\",\"reason\":\"403\",\"run\":\"r1\"")));
    assertThat(report.path("outcome").asText()).isEqualTo("failed");
    assertThat(report.path("reason").asText()).isEqualTo("403");
  }

  /** The run was lost and taken over between two looks, once or more often. */
  @ParameterizedTest
  @CsvSource({"20260301T120000Z-a, 20260301T120000Z-a", "20260301T120001Z-b, 20260301T120002Z-c"})
  void through_its_restarts(String restartOf, String last) throws InterruptedException {
    String run = "20260301T120000Z-a";
    JsonNode report =
        report(
            ExitStatus.COMPLETED,
            List.of(
                IN_FLIGHT.replace("r1", run),
                standing("\"phase\":\"idle\",\"checkpoint\":{\"run\":\"" + last + "\"}")),
            manifest("20260301T110000Z-z", "\"restartOf\":\"20260301T100000Z-y\",\"records\":1"),
            manifest(
                "20260301T120002Z-c",
                "\"restartOf\":\"" + restartOf + "\",\"records\":90,\"objects\":[]"));
    assertThat(report.path("outcome").asText()).isEqualTo("completed");
    assertThat(report.path("run").asText()).isEqualTo("20260301T120002Z-c");
    assertThat(report.path("records").asInt()).isEqualTo(90);
  }

  @Test
  void and_says_at_once_what_it_waits_for() throws InterruptedException {
    report(
        ExitStatus.FAILED,
        List.of(
            IN_FLIGHT.replace(
                "\"in-flight\"",
                "\"waiting\",\"until\":\"2999-01-01T00:00:00Z\","
                    + "\"reason\":\"rate limited (429)\""),
            standing("\"phase\":\"failed\",\"reason\":\"403\",\"run\":\"r1\"")));
    assertThat(err.toString())
        .contains("deals: rate limited (429); resuming at 2999-01-01T00:00:00Z (in ");
  }

  @Test
  void until_an_operator_gives_it_up() throws InterruptedException {
    JsonNode report =
        report(ExitStatus.IN_FLIGHT, List.of(IN_FLIGHT, standing("\"phase\":\"idle\"")));
    assertThat(report.path("outcome").asText()).isEqualTo("held");
    assertThat(report.path("reason").asText()).contains("abandoned");
  }
}
