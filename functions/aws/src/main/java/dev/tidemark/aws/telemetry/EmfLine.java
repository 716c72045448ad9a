package dev.tidemark.aws.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.ResourceKey;
import java.time.Duration;

/**
 * One line of CloudWatch's embedded metric format (Amazon CloudWatch User Guide, "Specification:
 * Embedded metric format"): the log agent makes metrics of it, and a line that no agent reads is
 * still a line.
 *
 * <p>Every name under every combination of dimensions is paid for by the month. Only what must be
 * distinguished by resource has it as a dimension; elsewhere it is a member of the line, by which a
 * query of the log groups.
 */
final class EmfLine {
  private static final String CONNECTION = "connection";
  private static final String RESOURCE = "resource";

  private final Meter meter;
  private final ObjectNode line = JsonNodeFactory.instance.objectNode();
  private final ArrayNode dimensions;
  private final ArrayNode metrics;

  private EmfLine(Meter meter, String connection) {
    this.meter = meter;
    ObjectNode head =
        line.putObject("_aws").put("Timestamp", meter.clock().instant().toEpochMilli());
    ObjectNode directive = head.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", meter.namespace());
    dimensions = directive.putArray("Dimensions").addArray().add(CONNECTION);
    metrics = directive.putArray("Metrics");
    line.put(CONNECTION, connection);
  }

  /** Of a connection as a whole. */
  static EmfLine ofConnection(Meter meter, String connection) {
    return new EmfLine(meter, connection);
  }

  /** Of a connection as a whole, by what happened to one resource. */
  static EmfLine by(Meter meter, ResourceKey key) {
    EmfLine emf = new EmfLine(meter, key.connection());
    emf.line.put(RESOURCE, key.sortKey());
    return emf;
  }

  /** Of one resource. */
  static EmfLine of(Meter meter, ResourceKey key) {
    EmfLine emf = by(meter, key);
    emf.dimensions.add(RESOURCE);
    return emf;
  }

  EmfLine count(String name, long value) {
    return metric(name, "Count", value);
  }

  EmfLine bytes(String name, long value) {
    return metric(name, "Bytes", value);
  }

  EmfLine seconds(String name, Duration value) {
    return metric(name, "Seconds", value.toSeconds());
  }

  EmfLine millis(String name, long value) {
    return metric(name, "Milliseconds", value);
  }

  void write() {
    meter.out().write(line);
  }

  private EmfLine metric(String name, String unit, long value) {
    metrics.addObject().put("Name", name).put("Unit", unit);
    line.put(name, value);
    return this;
  }
}
