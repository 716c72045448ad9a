package dev.tidemark.sync.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.RunRecords;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A leg is remembered where that can be, and never fails for it. */
class LoggedRecordsTest {
  private static final ResourceKey DEALS = ResourceKey.of("lev", "deals");

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

  private RunRecords over(RunRecords to) {
    JsonLines lines = new JsonLines(new PrintStream(logged, true, StandardCharsets.UTF_8));
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-28T06:00:00Z"));
    return new LoggedRecords(to, new StackLog("lev", lines, clock));
  }

  @Test
  void what_s3_refuses_is_a_line_of_the_log() {
    RunRecords refusing =
        (_, _, _, _) -> {
          throw SdkClientException.create("Access Denied");
        };
    over(refusing).add(DEALS, "run-1", 2, new byte[0]);
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("\"level\":\"WARN\"", "\"event\":\"leg-not-remembered\"")
        .contains("\"resource\":\"deals\"", "\"reason\":\"Access Denied\"");
  }

  @Test
  void what_it_takes_is_not_mentioned() {
    List<String> taken = new ArrayList<>();
    over((_, run, leg, _) -> taken.add(run + " " + leg)).add(DEALS, "run-1", 2, new byte[0]);
    assertThat(taken).containsExactly("run-1 2");
    assertThat(logged.size()).isZero();
  }
}
