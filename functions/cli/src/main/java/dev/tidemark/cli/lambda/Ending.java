package dev.tidemark.cli.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one invocation ended. */
public sealed interface Ending {
  /** The function answered. */
  record Answered(String event, ObjectNode answer) implements Ending {
    /** When the run that it reports is due; null where it waits for nothing. */
    public @Nullable Instant due() {
      return answer.path("outcome").asText().equals("waiting")
          ? Instant.parse(answer.path("until").asText())
          : null;
    }

    /** What resumes that run. */
    public String resumes() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("action", "continue")
          .put("connection", answer.path("connection").asText())
          .put("resource", answer.path("resource").asText())
          .toString();
    }
  }

  /** The function threw. */
  record Threw(String event, Throwable cause) implements Ending {}

  /** The invocation was killed. */
  record Killed(String event, String why) implements Ending {}
}
