package dev.tidemark.sync.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.sync.event.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one resource stands, as a document for operators and scripts: its phase, its unfinished run
 * with what it has done, its checkpoint with its age in seconds, and what the operator has to do.
 */
record Standing(ObjectNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTHING = "nothing to do";

  /** Two sweeps: a run without an owner for longer is stalled. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  /**
   * Where {@code key} stands.
   *
   * @param retains how long the API keeps what it deleted; null where nothing says so
   */
  static Standing of(
      ResourceKey key, ResourceState state, Instant now, @Nullable Duration retains) {
    ObjectNode json =
        JSON.createObjectNode().put("resource", key.sortKey()).put("phase", word(state.phase()));
    Progress unfinished = state.phase().unfinished();
    if (unfinished != null) {
      Answer.describe(json, unfinished);
      speed(json, unfinished, now);
    }
    switch (state.phase()) {
      case Phase.Waiting(var _, Instant until, String reason) ->
          json.put("until", until.toString()).put("reason", reason);
      case Phase.Failed(var _, Failure failure) ->
          json.put("reason", failure.reason())
              .put("requestId", failure.requestId())
              .put("failedAt", failure.at().toString());
      case Phase.Idle _, Phase.InFlight _, Phase.Sealed _, Phase.Walked _, Phase.Paused _ -> {}
    }
    Lease lease = state.lease();
    json.put("ownedUntil", lease == null ? null : lease.until().toString());
    json.put("claims", state.claims());
    checkpoint(json, state.checkpoint(), now);
    String forgets = forgets(key, state.checkpoint(), now, retains);
    String advice = advice(key, state, now);
    json.put(
        "advice",
        forgets.isEmpty() ? advice : advice.equals(NOTHING) ? forgets : advice + "; " + forgets);
    json.put("needsOperator", !forgets.isEmpty() || needsOperator(state, now));
    return new Standing(json);
  }

  /** Whether nothing but an operator gets it on: a pause was an operator's wish. */
  private static boolean needsOperator(ResourceState state, Instant now) {
    return switch (state.phase()) {
      case Phase.Failed _ -> true;
      case Phase.InFlight _, Phase.Sealed _ -> stalled(state, now);
      case Phase.Idle _, Phase.Waiting _, Phase.Walked _, Phase.Paused _ -> false;
    };
  }

  private static boolean stalled(ResourceState state, Instant now) {
    Lease lease = state.lease();
    return lease != null && !lease.live(now.minus(FORGOTTEN));
  }

  static String word(Phase phase) {
    return switch (phase) {
      case Phase.Idle() -> "idle";
      case Phase.InFlight _ -> "in-flight";
      case Phase.Waiting _ -> "waiting";
      case Phase.Sealed _ -> "sealed";
      case Phase.Walked _ -> "walked";
      case Phase.Failed _ -> "failed";
      case Phase.Paused _ -> "paused";
    };
  }

  static void speed(ObjectNode json, Progress progress, Instant now) {
    Instant began = progress.run().startedAt();
    long seconds = Math.max(1, Duration.between(began, now).toSeconds());
    Watermark high = progress.walk().sight().highWater();
    json.put("startedAt", began.toString())
        .put("recordsPerSecond", progress.tally().records().lines() / seconds)
        .put("highWater", high == null ? null : high.raw());
    asked(json, progress.run());
    holds(json, progress.run());
  }

  /** The runs whose objects may be listed yet: its own, and what it took over. */
  private static void holds(ObjectNode json, Run run) {
    ArrayNode holds = json.putArray("holds").add(run.id().value());
    run.lineage().inherited().forEach(span -> holds.add(span.run().value()));
  }

  /** What the run was asked for beside its mode; the same request again resumes it. */
  private static void asked(ObjectNode json, Run run) {
    if (run.scope().until() != null || run.mode() == Mode.BACKFILL) {
      json.putObject("bounds")
          .put("from", run.scope().from() == null ? null : run.scope().from().toString())
          .put("until", run.scope().until() == null ? null : run.scope().until().toString());
    }
    if (run.scope().maxRecords() != null) {
      json.put("maxRecords", run.scope().maxRecords());
    }
    if (!run.scope().ids().isEmpty()) {
      run.scope().ids().forEach(json.putArray("ids")::add);
    }
  }

  private static void checkpoint(ObjectNode json, @Nullable Checkpoint checkpoint, Instant now) {
    if (checkpoint == null) {
      json.putNull("checkpoint");
      return;
    }
    Watermark watermark = checkpoint.watermark();
    json.putObject("checkpoint")
        .put("run", checkpoint.run().value())
        .put("watermark", watermark == null ? null : watermark.raw())
        .put("cursor", checkpoint.bookmark().cursor())
        .put("completedAt", checkpoint.completedAt().toString())
        .put("ageSeconds", Duration.between(checkpoint.runStart(), now).toSeconds());
  }

  /** What becomes of deletes that are not read in time; empty while there is time. */
  private static String forgets(
      ResourceKey key, @Nullable Checkpoint checkpoint, Instant now, @Nullable Duration retains) {
    if (checkpoint == null || retains == null || !key.variant().isEmpty()) {
      return "";
    }
    Duration age = Duration.between(checkpoint.runStart(), now);
    if (age.multipliedBy(3).compareTo(retains.multipliedBy(2)) < 0) {
      return "";
    }
    String ages =
        "its last completed run began "
            + days(age)
            + " ago, and the API keeps what it deleted for "
            + days(retains)
            + ": ";
    return age.compareTo(retains) < 0
        ? ages + "sync it before that, or what was deleted is found by a reconcile only"
        : ages
            + "the next run walks everything; reconcile it then, to find what was deleted"
            + " meanwhile";
  }

  private static String days(Duration time) {
    return time.toDays() > 0 ? time.toDays() + " d" : time.toHours() + " h";
  }

  private static String advice(ResourceKey key, ResourceState state, Instant now) {
    boolean stalled = stalled(state, now);
    return switch (state.phase()) {
      case Phase.Failed _ ->
          "fix what the reason says; the next schedule resumes at the same place, or sync it now";
      case Phase.Paused _ -> "paused by an operator; resume it when it may run";
      case Phase.InFlight _, Phase.Sealed _ when stalled ->
          "it is stalled: its lease expired and no sweep has resumed it; does the sweep run?";
      case Phase.Idle() when state.checkpoint() == null && key.variant().isEmpty() ->
          "no run of it has completed yet; sync it";
      case Phase.Walked _ -> "it is published with its run";
      case Phase.Idle _, Phase.InFlight _, Phase.Waiting _, Phase.Sealed _ -> NOTHING;
    };
  }
}
