package dev.tidemark.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Checkpoint;
import java.time.Duration;
import java.util.List;

/**
 * What became of one resource; the document that scripts read (schema 1: members are added, never
 * renamed).
 */
public record ResourceReport(ObjectNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COUNTS =
      List.of(
          "pages",
          "records",
          "deletes",
          "duplicates",
          "rejected",
          "batches",
          "bytes",
          "apiCalls",
          "throttled",
          "retries",
          "waitedMillis",
          "undated",
          "future",
          "outside",
          "older",
          "passedOver");

  /** Nothing has been heard of it yet. */
  public static ResourceReport waiting(String connection, String resource, Mode mode) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("schema", 1)
            .put("connection", connection)
            .put("resource", resource)
            .putNull("run")
            .put("mode", mode.word())
            .put("outcome", "in-flight")
            .put("legs", 0);
    COUNTS.forEach(count -> json.put(count, 0));
    json.putObject("warnings");
    json.putNull("manifest").putNull("checkpoint").putNull("reason").putNull("requestId");
    return new ResourceReport(json.put("elapsedMs", 0L));
  }

  /** It cannot be worked on, since another process does. */
  public static ResourceReport held(String connection, String resource, Mode mode, String reason) {
    ObjectNode json = waiting(connection, resource, mode).json;
    return new ResourceReport(json.put("outcome", "held").put("reason", reason));
  }

  /**
   * What {@code answer} says of it; what the answer does not say stays as {@code before} had it.
   */
  public static ResourceReport of(
      String connection, String resource, JsonNode answer, ResourceReport before) {
    ObjectNode json = before.json.deepCopy();
    json.put("connection", connection).put("resource", resource);
    for (String member :
        List.of("run", "mode", "legs", "manifest", "checkpoint", "filter", "absent", "warnings")) {
      if (answer.has(member)) {
        json.set(member, answer.get(member));
      }
    }
    for (String count : COUNTS) {
      json.put(count, answer.path("tally").path(count).asLong(json.path(count).asLong()));
    }
    json.set("reason", answer.path("reason").isTextual() ? answer.get("reason") : json.nullNode());
    json.set(
        "requestId",
        answer.path("requestId").isTextual() ? answer.get("requestId") : json.nullNode());
    return new ResourceReport(json.put("outcome", outcome(answer.path("outcome").asText(), json)));
  }

  private static String outcome(String word, ObjectNode json) {
    return switch (word) {
      case "waiting" -> "in-flight";
      case "refused" -> "failed";
      case "paused" -> {
        json.put("reason", "the resource is paused; resume it first");
        yield "held";
      }
      default -> word;
    };
  }

  /** The same with the checkpoint that stands meanwhile. */
  public ResourceReport standing(Checkpoint checkpoint) {
    ObjectNode whole = json.deepCopy();
    whole
        .putObject("checkpoint")
        .put("watermark", checkpoint.watermark() == null ? null : checkpoint.watermark().raw())
        .put("cursor", checkpoint.bookmark().cursor());
    return new ResourceReport(whole);
  }

  /** The same, failed. */
  public ResourceReport failed(String reason) {
    return new ResourceReport(json.deepCopy().put("outcome", "failed").put("reason", reason));
  }

  /** The same, stopped by the operator. */
  public ResourceReport stopped(String reason) {
    return new ResourceReport(json.deepCopy().put("outcome", "held").put("reason", reason));
  }

  /** The same, after so long. */
  public ResourceReport after(Duration elapsed) {
    return new ResourceReport(json.deepCopy().put("elapsedMs", elapsed.toMillis()));
  }

  /** Whether nothing more is to come. */
  public boolean isSettled() {
    return !text("outcome").equals("in-flight");
  }

  /** What it means for the exit status. */
  public ExitStatus status() {
    return switch (text("outcome")) {
      case "completed" -> ExitStatus.COMPLETED;
      case "failed" -> ExitStatus.FAILED;
      default -> ExitStatus.IN_FLIGHT;
    };
  }

  String text(String member) {
    return json.path(member).asText("");
  }

  long count(String member) {
    return json.path(member).asLong();
  }
}
