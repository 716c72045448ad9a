package dev.tidemark.aws.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;

/**
 * Logs what is done beside the legs, in lines of the same form as {@link LegLog} writes: {@code
 * timestamp}, {@code level} and {@code event}, then connection and resource.
 */
public final class StackLog {
  private final String connection;
  private final JsonLines out;
  private final InstantSource clock;

  public StackLog(String connection, JsonLines out, InstantSource clock) {
    this.connection = connection;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Writes one line.
   *
   * @param level {@code INFO}, {@code WARN} or {@code ERROR}
   * @param more what is said of it
   */
  public void write(String level, String event, String resource, ObjectNode more) {
    out.write(
        JsonNodeFactory.instance
            .objectNode()
            .put("timestamp", clock.instant().toString())
            .put("level", level)
            .put("event", event)
            .put("connection", connection)
            .put("resource", resource)
            .setAll(more));
  }

  /** The same with a reason. */
  public void write(String level, String event, String resource, String reason) {
    write(level, event, resource, JsonNodeFactory.instance.objectNode().put("reason", reason));
  }
}
