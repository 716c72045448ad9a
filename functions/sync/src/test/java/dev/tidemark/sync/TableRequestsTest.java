package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.event.EventReader;
import dev.tidemark.sync.sweep.Sweeping;
import dev.tidemark.sync.sweep.Watch;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.sync.wiring.Invoker;
import dev.tidemark.sync.wiring.TableRequests;
import dev.tidemark.sync.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The function of the tables is asked for what was published, and fails no run. */
class TableRequestsTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"deals\"}";

  private final Bench lev = Bench.lev(120);
  private final List<String> asked = new ArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    lev.close();
  }

  private Wiring wiring(Invoker tables) {
    JsonLines lines = new JsonLines(new PrintStream(logged, true, StandardCharsets.UTF_8));
    return new Wiring(
        "lev",
        lev.wiring.api(),
        lev.wiring.persistence(),
        lev.wiring.invokers(),
        lev.wiring.limits(),
        new TableRequests(tables, new StackLog("lev", lines, lev.clock)));
  }

  private String invoke(Wiring wiring, String event, Duration life) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new SyncHandler(wiring).handleRequest(in(event), answer, new OneInvocation("one", life));
    return new ObjectMapper().readTree(answer.toByteArray()).path("outcome").asText();
  }

  private void sweep(Wiring wiring) throws IOException {
    new SweepHandler(new Sweeping(wiring, Functions.only("fn"), () -> Watch.NOBODY))
        .handleRequest(
            in("{}"), new ByteArrayOutputStream(), new OneInvocation("sweep", Bench.LONG));
  }

  private static ByteArrayInputStream in(String event) {
    return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void they_are_asked_for_a_resource_once_its_run_is_published_and_not_before() throws IOException {
    Wiring wiring = wiring(asked::add);
    assertThat(invoke(wiring, SYNC, Duration.ofSeconds(90))).isEqualTo("in-flight");
    assertThat(asked).isEmpty();
    assertThat(invoke(wiring, SYNC, Bench.LONG)).isEqualTo("completed");
    assertThat(asked).containsExactly("{\"action\":\"tables\",\"resource\":\"deals\"}");
  }

  @Test
  void of_a_run_beside_its_resource_the_resource_is_asked_for() throws IOException {
    String trial = SYNC.replace("}", ",\"maxRecords\":10}");
    assertThat(invoke(wiring(asked::add), trial, Bench.LONG)).isEqualTo("completed");
    assertThat(asked).containsExactly("{\"action\":\"tables\",\"resource\":\"deals\"}");
  }

  @Test
  void a_function_that_takes_nothing_fails_no_run() throws IOException {
    Wiring wiring =
        wiring(_ -> {
          throw new IllegalStateException("Lambda answered 429 to an event");
        });
    assertThat(invoke(wiring, SYNC, Bench.LONG)).isEqualTo("completed");
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
    JsonNode line = new ObjectMapper().readTree(logged.toByteArray());
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("event").asText()).isEqualTo("tables-not-asked");
    assertThat(line.path("connection").asText()).isEqualTo("lev");
    assertThat(line.path("resource").asText()).isEqualTo("deals");
    assertThat(line.path("reason").asText()).isEqualTo("Lambda answered 429 to an event");
    assertThat(line.path("timestamp").asText()).isNotEmpty();
  }

  @Test
  void the_sweep_asks_for_all_once_an_hour() throws IOException {
    Instant hour = lev.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    lev.clock.advance(Duration.between(lev.clock.instant(), hour.plusSeconds(7)));
    for (int sweep = 0; sweep < 24; sweep++) {
      sweep(wiring(asked::add));
      lev.clock.advance(Duration.ofMinutes(5));
    }
    assertThat(asked)
        .containsExactly(
            "{\"action\":\"tables\",\"resource\":\"*\"}",
            "{\"action\":\"tables\",\"resource\":\"*\"}");
  }

  @Test
  void the_event_file_asks_for_all_and_other_events_are_refused() throws IOException {
    Path file = Path.of("..", "..", "events", "tables.json");
    assertThat(EventReader.readOfTables(in(Files.readString(file)))).isEqualTo("*");
    assertThat(EventReader.readOfTables(in("{\"action\":\"tables\",\"resource\":\"deals\"}")))
        .isEqualTo("deals");
    assertThatThrownBy(() -> EventReader.readOfTables(in(SYNC)))
        .isInstanceOf(EventException.class)
        .hasMessage(
            "the function of the tables takes {\"action\": \"tables\"} with a resource or \"*\";"
                + " send this event to the resource's own function");
    assertThatThrownBy(
            () -> EventReader.readOfTables(in("{\"action\":\"tables\",\"resources\":\"deals\"}")))
        .isInstanceOf(EventException.class);
  }
}
