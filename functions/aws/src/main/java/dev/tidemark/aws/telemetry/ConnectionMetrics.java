package dev.tidemark.aws.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.core.run.ResourceKey;
import java.time.Duration;
import java.util.Map;

/** Measures a connection: how its resources stand, and how its API answers. */
public final class ConnectionMetrics {
  private final String connection;
  private final Meter meter;

  public ConnectionMetrics(String connection, Meter meter) {
    this.connection = connection;
    this.meter = meter;
  }

  /**
   * How long ago that run of a resource began whose end is published: all that was younger then may
   * be missing.
   */
  public void checkpointAge(ResourceKey key, Duration age) {
    EmfLine.of(meter, key).seconds("checkpointAge", age).write();
  }

  /** How many resources stand how; each name is a metric. */
  public void standing(Map<String, Long> counts) {
    write(counts);
  }

  /** How often the API answered how; each name is a metric. Zeros are not reported. */
  public void answers(Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      write(counts);
    }
  }

  /** The connection's rate is not shared with other functions for now; a log line says why. */
  public void pacesAlone(String reason) {
    meter
        .out()
        .write(
            JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", meter.clock().instant().toString())
                .put("level", "WARN")
                .put("event", "paces-alone")
                .put("connection", connection)
                .put("reason", reason));
  }

  private void write(Map<String, Long> counts) {
    EmfLine line = EmfLine.ofConnection(meter, connection);
    counts.forEach(line::count);
    line.write();
  }
}
