package dev.tidemark.aws.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Tally;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Logs the legs of one resource, a JSON line per event. Every line carries {@code timestamp},
 * {@code level} and {@code event}, by which Lambda filters, then connection, resource, run, leg and
 * the invocation's id; {@code requestId} is the vendor's.
 */
public final class LegLog implements LegListener {
  private final ResourceKey key;
  private final String invocation;
  private final JsonLines out;
  private final InstantSource clock;
  private @Nullable Progress last;

  /**
   * @param invocation Lambda's id of the request that runs the leg
   */
  public LegLog(ResourceKey key, String invocation, JsonLines out, InstantSource clock) {
    this.key = key;
    this.invocation = invocation;
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void on(LegEvent event) {
    out.write(
        switch (event) {
          case LegEvent.Begun(Progress progress) -> counted("INFO", "begun", progress);
          case LegEvent.PageRead(long pages, long lines, String requestId) ->
              line("INFO", "page-read")
                  .put("pages", pages)
                  .put("lines", lines)
                  .put("requestId", requestId);
          case LegEvent.BatchStored(String object, Progress progress) ->
              counted("INFO", "batch-stored", progress).put("key", object);
          case LegEvent.BatchAdopted(String object, Progress progress) ->
              counted("WARN", "batch-adopted", progress).put("key", object);
          case LegEvent.Waits(Instant until, String reason) ->
              line("INFO", "waits").put("until", until.toString()).put("reason", reason);
          case LegEvent.Retries(int attempt, var _, var _, String reason, String requestId) ->
              line("WARN", "retries")
                  .put("attempt", attempt)
                  .put("reason", reason)
                  .put("requestId", requestId);
          case LegEvent.ReadsEverything(String reason) ->
              line("WARN", "reads-everything").put("reason", reason);
          case LegEvent.Restarted(Progress replacement, String reason) ->
              counted("WARN", "restarted", replacement).put("reason", reason);
          case LegEvent.Cut(Progress progress) ->
              counted("INFO", "cut", progress)
                  .put("slices", progress.run().slicing().slices().size());
          case LegEvent.Joined(Progress progress) -> counted("INFO", "joined", progress);
          case LegEvent.SealedRun(Progress progress) -> counted("INFO", "sealed", progress);
          case LegEvent.Ended(LegOutcome outcome) -> ended(outcome);
        });
  }

  private ObjectNode ended(LegOutcome outcome) {
    return switch (outcome) {
      case LegOutcome.Completed(var manifest) ->
          counted("INFO", "completed", manifest.seal().progress()).put("manifest", manifest.path());
      case LegOutcome.Walked(Progress progress) -> counted("INFO", "walked", progress);
      case LegOutcome.HandedOver(Progress progress) -> counted("INFO", "handed-over", progress);
      case LegOutcome.Waiting(Progress progress, Instant until, String reason) ->
          counted("INFO", "waiting", progress).put("until", until.toString()).put("reason", reason);
      case LegOutcome.NotDue(Progress progress, Instant until, String reason) ->
          counted("INFO", "not-due", progress).put("until", until.toString()).put("reason", reason);
      case LegOutcome.Failed(Progress progress, var failure) ->
          counted("ERROR", "failed", progress)
              .put("reason", failure.reason())
              .put("requestId", failure.requestId());
      case LegOutcome.Refused(String reason) -> line("ERROR", "refused").put("reason", reason);
      case LegOutcome.Held(var by) ->
          line("INFO", "held").put("by", by.owner()).put("until", by.until().toString());
      case LegOutcome.Fenced() -> line("WARN", "fenced");
      case LegOutcome.Paused() -> line("INFO", "paused");
      case LegOutcome.Nothing() -> line("INFO", "nothing-to-do");
    };
  }

  private ObjectNode counted(String level, String event, @Nullable Progress progress) {
    last = progress == null ? last : progress;
    ObjectNode line = line(level, event);
    if (progress != null) {
      Tally tally = progress.tally();
      line.put("sequence", progress.span().last())
          .put("pages", tally.pages())
          .put("records", tally.records().upserts())
          .put("deletes", tally.records().deletes())
          .put("duplicates", tally.records().duplicates())
          .put("rejected", tally.records().rejected())
          .put("batches", tally.stored().batches())
          .put("bytes", tally.stored().bytes());
      if (!tally.warnings().counts().isEmpty()) {
        ObjectNode warnings = line.putObject("warnings");
        tally.warnings().counts().forEach((warning, count) -> warnings.put(warning.word(), count));
      }
    }
    return line;
  }

  private ObjectNode line(String level, String event) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("timestamp", clock.instant().toString())
            .put("level", level)
            .put("event", event)
            .put("connection", key.connection())
            .put("resource", key.sortKey());
    if (last != null) {
      line.put("run", last.run().id().value()).put("leg", last.legs());
    }
    return line.put("invocation", invocation);
  }
}
