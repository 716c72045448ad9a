package dev.tidemark.aws.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.ResourceKey;
import java.time.Duration;
import java.time.Instant;

/**
 * One line of CloudWatch's embedded metric format (Amazon CloudWatch User Guide, "Specification:
 * Embedded metric format"): the log agent makes metrics of it, and a line that no agent reads is
 * still a line.
 */
final class EmfLine {
  private static final String NAMESPACE = "Tidemark";

  private final ObjectNode line = JsonNodeFactory.instance.objectNode();
  private final ArrayNode metrics;

  EmfLine(ResourceKey key, Instant at) {
    ObjectNode head = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
    ObjectNode directive = head.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add("connection").add("resource");
    metrics = directive.putArray("Metrics");
    line.put("connection", key.connection()).put("resource", key.sortKey());
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

  ObjectNode line() {
    return line;
  }

  private EmfLine metric(String name, String unit, long value) {
    metrics.addObject().put("Name", name).put("Unit", unit);
    line.put(name, value);
    return this;
  }
}
