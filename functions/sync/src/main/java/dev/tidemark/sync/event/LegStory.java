package dev.tidemark.sync.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.lake.RunRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a leg: what its function answered, when it began and ended, and what its
 * run is. A leg that did nothing leaves nothing, and one that was killed cannot.
 */
public record LegStory(RunRecords records) {
  private static final int SCHEMA = 1;

  /** A leg of {@code key} ended so at {@code ended}. */
  public void add(ResourceKey key, LegOutcome outcome, Instant began, Instant ended) {
    Progress progress = progress(outcome);
    if (progress != null) {
      ObjectNode json = Answer.of(key, outcome).json();
      write(key, progress, json.put("began", began.toString()).put("ended", ended.toString()));
    }
  }

  /** An operator gave up a run of {@code key} by {@code verb}. */
  public void cancelled(ResourceKey key, Progress lost, OperatorVerb verb, Instant at) {
    ObjectNode json =
        Answer.of(key, new LegOutcome.HandedOver(lost))
            .json()
            .put("outcome", "cancelled")
            .put("reason", "an operator asked to " + verb.name().toLowerCase(Locale.ROOT) + " it");
    write(key, lost, json.put("began", at.toString()).put("ended", at.toString()));
  }

  private void write(ResourceKey key, Progress progress, ObjectNode json) {
    Run run = progress.run();
    json.put("schema", SCHEMA)
        .put("startedAt", run.startedAt().toString())
        .put(
            "restartOf",
            run.lineage().restartOf() == null ? null : run.lineage().restartOf().value())
        .put("restarts", run.lineage().restarts());
    json.putObject("bounds")
        .put("from", text(run.scope().from()))
        .put("until", text(run.scope().until()));
    byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
    records.add(key, run.id().value(), progress.legs(), bytes);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static @Nullable Progress progress(LegOutcome outcome) {
    return switch (outcome) {
      case LegOutcome.Completed(var manifest) -> manifest.seal().progress();
      case LegOutcome.Walked(Progress progress) -> progress;
      case LegOutcome.HandedOver(Progress progress) -> progress;
      case LegOutcome.Waiting(Progress progress, var _, var _) -> progress;
      case LegOutcome.Failed(Progress progress, var _) -> progress;
      case LegOutcome.NotDue _,
          LegOutcome.Refused _,
          LegOutcome.Held _,
          LegOutcome.Fenced _,
          LegOutcome.Paused _,
          LegOutcome.Nothing _ ->
          null;
    };
  }
}
