package dev.tidemark.sync.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that an answer says is waiting. In a stack the sweep resumes it; where none runs, whoever
 * invoked the function does.
 *
 * @param until when it is due
 * @param resumes the event that resumes it
 */
public record Waiting(Instant until, String resumes) {
  /** What {@code answer} says of a run that waits; null where it tells of none. */
  public static @Nullable Waiting of(ObjectNode answer) {
    if (!answer.path("outcome").asText().equals("waiting")) {
      return null;
    }
    String event =
        JsonNodeFactory.instance
            .objectNode()
            .put("action", "continue")
            .put("connection", answer.path("connection").asText())
            .put("resource", answer.path("resource").asText())
            .toString();
    return new Waiting(Instant.parse(answer.path("until").asText()), event);
  }
}
