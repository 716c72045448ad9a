package dev.tidemark.sync.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.reconcile.Singles;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Tally;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function answers: one line of JSON that says how the leg ended and where the run stands.
 */
public record Answer(ObjectNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An event was sent on to the functions of these resources. */
  public static Answer sent(List<String> resources) {
    ObjectNode json = JSON.createObjectNode().put("outcome", "sent");
    resources.forEach(json.putArray("resources")::add);
    return new Answer(json);
  }

  /** A leg of {@code key} ended so. */
  public static Answer of(ResourceKey key, LegOutcome outcome) {
    ObjectNode json =
        JSON.createObjectNode().put("connection", key.connection()).put("resource", key.sortKey());
    switch (outcome) {
      case LegOutcome.Completed(Manifest manifest) -> completed(json, manifest);
      case LegOutcome.Walked(Progress progress) -> run(json, "walked", progress);
      case LegOutcome.HandedOver(Progress progress) -> run(json, "in-flight", progress);
      case LegOutcome.Waiting(Progress progress, Instant until, String reason) ->
          run(json, "waiting", progress).put("until", until.toString()).put("reason", reason);
      case LegOutcome.NotDue(Progress progress, Instant until, String reason) ->
          run(json, "waiting", progress).put("until", until.toString()).put("reason", reason);
      case LegOutcome.Failed(Progress progress, Failure failure) ->
          run(json, "failed", progress)
              .put("reason", failure.reason())
              .put("requestId", failure.requestId());
      case LegOutcome.Refused(String reason) ->
          json.put("outcome", "refused").put("reason", reason);
      case LegOutcome.Held(var by) ->
          json.put("outcome", "held").put("until", by.until().toString());
      case LegOutcome.Fenced() -> json.put("outcome", "fenced");
      case LegOutcome.Paused() -> json.put("outcome", "paused");
      case LegOutcome.Nothing() -> json.put("outcome", "nothing");
    }
    return new Answer(json);
  }

  private static void completed(ObjectNode json, Manifest manifest) {
    Seal seal = manifest.seal();
    run(json, "completed", seal.progress()).put("manifest", manifest.path());
    List<String> absent = Singles.absent(seal.progress());
    if (!absent.isEmpty()) {
      absent.forEach(json.putArray("absent")::add);
    }
    Checkpoint checkpoint = seal.checkpoint();
    if (checkpoint != null) {
      put(json, checkpoint);
    }
  }

  private static void put(ObjectNode json, Checkpoint checkpoint) {
    json.putObject("checkpoint")
        .put("watermark", checkpoint.watermark() == null ? null : checkpoint.watermark().raw())
        .put("cursor", checkpoint.bookmark().cursor());
  }

  /** The same answer with the checkpoint that stands, unless the leg left another. */
  public Answer standing(ResourceState state) {
    if (state.checkpoint() == null || json.has("checkpoint")) {
      return this;
    }
    ObjectNode whole = json.deepCopy();
    put(whole, state.checkpoint());
    return new Answer(whole);
  }

  /** What the API made of the lower bound; null where it was asked for none. */
  private static @Nullable String filter(Progress progress) {
    if (progress.run().mode() != Mode.INCREMENTAL || progress.run().scope().from() == null) {
      return null;
    }
    if (progress.walk().query().from() == null) {
      return "refused";
    }
    return progress.tally().times().older() > 0 ? "ignored" : "honoured";
  }

  private static ObjectNode run(ObjectNode json, String outcome, @Nullable Progress progress) {
    json.put("outcome", outcome);
    return progress == null ? json : describe(json, progress);
  }

  /** What a run has done so far. */
  public static ObjectNode describe(ObjectNode json, Progress progress) {
    json.put("run", progress.run().id().value())
        .put("mode", progress.run().mode().word())
        .put("legs", progress.legs())
        .put("filter", filter(progress));
    Tally tally = progress.tally();
    json.putObject("tally")
        .put("pages", tally.pages())
        .put("records", tally.records().upserts())
        .put("deletes", tally.records().deletes())
        .put("duplicates", tally.records().duplicates())
        .put("rejected", tally.records().rejected())
        .put("undated", tally.times().undated())
        .put("future", tally.times().future())
        .put("outside", tally.records().outside())
        .put("older", tally.times().older())
        .put("passedOver", tally.passedOver())
        .put("batches", tally.stored().batches())
        .put("bytes", tally.stored().bytes())
        .put("apiCalls", tally.calls().attempts())
        .put("throttled", tally.calls().throttled())
        .put("retries", tally.calls().retries())
        .put("waitedMillis", tally.calls().waitedMillis());
    ObjectNode warnings = json.putObject("warnings");
    tally.warnings().counts().forEach((warning, count) -> warnings.put(warning.word(), count));
    return json;
  }
}
