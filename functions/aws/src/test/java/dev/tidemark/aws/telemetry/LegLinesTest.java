package dev.tidemark.aws.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.CallCounts;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.RecordCounts;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.StoredCounts;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.TimeCounts;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.VersionKind;
import dev.tidemark.testkit.contract.SampleStates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LegLinesTest {
  private static final ResourceKey KEY = ResourceKey.of("lev", "deals").beside("reconcile");
  private static final InstantSource CLOCK = InstantSource.fixed(SampleStates.TIME);

  /** One element a write, as Lambda makes one log event of each. */
  private final List<byte[]> writes = new ArrayList<>();

  private final JsonLines lines =
      new JsonLines(
          new PrintStream(
              new ByteArrayOutputStream() {
                @Override
                public synchronized void write(byte[] bytes, int offset, int length) {
                  super.write(bytes, offset, length);
                  writes.add(toByteArray());
                  reset();
                }
              }));

  private final Progress progress = SampleStates.progress();

  private Progress more(long pages, long batches) {
    Tally more =
        new Tally(
            pages,
            0,
            new RecordCounts(100, 10, 5, 1, 0),
            TimeCounts.ZERO,
            new StoredCounts(batches, 2000),
            new CallCounts(7, 3, 0, 0),
            Warnings.NONE);
    return progress.with(progress.tally().plus(more));
  }

  @Nested
  class Metrics {
    private final LegMetrics metrics = new LegMetrics(KEY, new Meter(lines, "acme", CLOCK));

    @Test
    void tell_what_became_durable_since_the_last_time() {
      metrics.on(new LegEvent.Begun(progress));
      metrics.on(new LegEvent.PageRead(9, 9, null));
      metrics.on(new LegEvent.BatchStored("raw/one", more(4, 1)));
      metrics.on(new LegEvent.Ended(new LegOutcome.HandedOver(more(4, 1))));
      JsonNode line = only();
      assertThat(line.path("connection").asText()).isEqualTo("lev");
      assertThat(line.path("resource").asText()).isEqualTo("deals#reconcile");
      assertThat(line.path("records").asLong()).isEqualTo(110);
      assertThat(line.path("pages").asLong()).isEqualTo(4);
      assertThat(line.path("batches").asLong()).isEqualTo(1);
      assertThat(line.path("bytes").asLong()).isEqualTo(2000);
      assertThat(line.path("duplicates").asLong()).isEqualTo(5);
      assertThat(line.path("rejected").asLong()).isEqualTo(1);
      assertThat(line.path("throttled").asLong()).isEqualTo(3);
      assertThat(line.path("failures").asLong()).isZero();
    }

    @Test
    void are_declared_as_the_embedded_metric_format_asks() {
      metrics.on(new LegEvent.Ended(new LegOutcome.Completed(completed())));
      JsonNode head = only().path("_aws");
      assertThat(head.path("Timestamp").asLong()).isEqualTo(SampleStates.TIME.toEpochMilli());
      JsonNode directive = head.path("CloudWatchMetrics").path(0);
      assertThat(directive.path("Namespace").asText()).isEqualTo("Tidemark/acme");
      assertThat(directive.path("Dimensions")).hasToString("[[\"connection\"]]");
      for (JsonNode metric : directive.path("Metrics")) {
        assertThat(only().path(metric.path("Name").asText()).isNumber()).isTrue();
      }
      assertThat(directive.path("Metrics")).hasSize(9);
    }

    @Test
    void count_a_failure_even_where_nothing_else_happened() {
      metrics.on(new LegEvent.Begun(progress));
      metrics.on(new LegEvent.Ended(failed()));
      assertThat(only().path("failures").asLong()).isEqualTo(1);
    }

    @Test
    void of_a_run_that_begins_anew_count_from_nothing() {
      metrics.on(new LegEvent.Begun(progress));
      metrics.on(new LegEvent.Restarted(SampleStates.begun(), "lost"));
      Progress after =
          SampleStates.begun()
              .with(
                  new Tally(
                      2,
                      0,
                      RecordCounts.ZERO,
                      TimeCounts.ZERO,
                      StoredCounts.ZERO,
                      new CallCounts(2, 0, 0, 0),
                      Warnings.NONE));
      metrics.on(new LegEvent.BatchAdopted("raw/one", after));
      assertThat(only().path("pages").asLong()).isEqualTo(2);
    }

    @Test
    void say_nothing_of_a_leg_that_did_nothing() {
      metrics.on(new LegEvent.Ended(new LegOutcome.Paused()));
      metrics.on(new LegEvent.Begun(progress));
      metrics.on(new LegEvent.Ended(new LegOutcome.HandedOver(progress)));
      assertThat(writes).isEmpty();
    }

    @Test
    void tell_the_age_of_a_resource_for_each_of_them() {
      ConnectionMetrics connection = new ConnectionMetrics("lev", new Meter(lines, "acme", CLOCK));
      connection.answers(Map.of());
      connection.checkpointAge(KEY, Duration.ofSeconds(8000));
      assertThat(only().path("checkpointAge").asLong()).isEqualTo(8000);
      assertThat(only().path("resource").asText()).isEqualTo("deals#reconcile");
      assertThat(only().at("/_aws/CloudWatchMetrics/0/Dimensions"))
          .hasToString("[[\"connection\",\"resource\"]]");
    }

    @Test
    void tell_of_a_connection_without_a_resource() {
      new ConnectionMetrics("lev", new Meter(lines, "acme", CLOCK)).standing(Map.of("late", 2L));
      assertThat(only().path("late").asLong()).isEqualTo(2);
      assertThat(only().has("resource")).isFalse();
    }
  }

  @Nested
  class Logs {
    private final LegLog log = new LegLog(KEY, "invocation-1", lines, CLOCK);

    @Test
    void are_one_write_per_event_that_says_where_it_happened() {
      log.on(new LegEvent.Begun(progress));
      log.on(new LegEvent.PageRead(3, 250, "req-7"));
      log.on(new LegEvent.BatchStored("raw/one", progress));
      log.on(new LegEvent.BatchAdopted("raw/one", progress));
      log.on(new LegEvent.Waits(SampleStates.TIME, "asked \"politely\""));
      log.on(new LegEvent.Retries(2, 6, Instant.EPOCH, "x".repeat(20_000), null));
      log.on(new LegEvent.Restarted(progress, "lost"));
      log.on(new LegEvent.SealedRun(progress));
      assertThat(all()).hasSize(8);
      for (JsonNode line : all()) {
        assertThat(line.path("connection").asText()).isEqualTo("lev");
        assertThat(line.path("resource").asText()).isEqualTo("deals#reconcile");
        assertThat(line.path("run").asText()).isEqualTo(SampleStates.RUN.value());
        assertThat(line.path("leg").asInt()).isEqualTo(progress.legs());
        assertThat(line.path("invocation").asText()).isEqualTo("invocation-1");
        assertThat(line.path("timestamp").asText()).isEqualTo(SampleStates.TIME.toString());
      }
      assertThat(all().get(1).path("requestId").asText()).isEqualTo("req-7");
    }

    @Test
    void say_how_a_leg_ended_whichever_way() {
      Lease other = new Lease("other", SampleStates.TIME);
      List<LegOutcome> outcomes =
          List.of(
              new LegOutcome.Completed(completed()),
              new LegOutcome.HandedOver(progress),
              new LegOutcome.Waiting(null, SampleStates.TIME, "told to"),
              new LegOutcome.NotDue(null, SampleStates.TIME, "told to"),
              failed(),
              new LegOutcome.Held(other),
              new LegOutcome.Fenced(),
              new LegOutcome.Paused(),
              new LegOutcome.Nothing());
      outcomes.forEach(outcome -> log.on(new LegEvent.Ended(outcome)));
      assertThat(all())
          .extracting(line -> line.path("event").asText())
          .containsExactly(
              "completed",
              "handed-over",
              "waiting",
              "not-due",
              "failed",
              "held",
              "fenced",
              "paused",
              "nothing-to-do");
      assertThat(all().get(4).path("level").asText()).isEqualTo("ERROR");
      assertThat(all().get(4).path("reason").asText()).isEqualTo("it broke");
    }
  }

  private LegOutcome failed() {
    return new LegOutcome.Failed(progress, new Failure("it broke", "req-1", SampleStates.TIME));
  }

  private Manifest completed() {
    Seal seal = new Seal(progress.at(SampleStates.walk(true)), SampleStates.TIME, null);
    return new Manifest(KEY, seal, List.of(), List.of(), VersionKind.INSTANT);
  }

  private JsonNode only() {
    assertThat(writes).hasSize(1);
    return all().getFirst();
  }

  private List<JsonNode> all() {
    return writes.stream().map(LegLinesTest::parse).toList();
  }

  private static JsonNode parse(byte[] line) {
    try {
      return JsonMapper.builder().build().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
