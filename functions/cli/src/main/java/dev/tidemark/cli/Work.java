package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.run.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a resource is asked to do. */
sealed interface Work {
  /** The resource's own run. */
  record Sync(
      Mode mode,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long maxRecords,
      InSlices slices)
      implements Work {
    /** In one piece. */
    public Sync(
        Mode mode, @Nullable Instant from, @Nullable Instant until, @Nullable Long maxRecords) {
      this(mode, from, until, maxRecords, InSlices.NONE);
    }

    public Sync {
      requireOrder(from, until);
      if (maxRecords != null && maxRecords < 1) {
        throw new UsageException("--max-records must be 1 or more");
      }
      if (mode == Mode.RECONCILE && (from != null || until != null || maxRecords != null)) {
        throw new UsageException(
            "--mode reconcile walks everything; leave out --from, --until and --max-records");
      }
    }
  }

  /** A range beside it. */
  record Backfill(Instant from, @Nullable Instant until, InSlices slices) implements Work {
    public Backfill {
      requireOrder(from, until);
    }
  }

  /** Single records. */
  record Refresh(List<String> ids) implements Work {
    public Refresh {
      ids = List.copyOf(ids);
    }
  }

  /** What a run of it is called. */
  default Mode mode() {
    return switch (this) {
      case Sync sync -> sync.mode();
      case Backfill _ -> Mode.BACKFILL;
      case Refresh _ -> Mode.REFRESH;
    };
  }

  /** How many slices of a run may walk beside each other. */
  default int atATime() {
    return switch (this) {
      case Sync sync -> sync.slices().atATime();
      case Backfill backfill -> backfill.slices().atATime();
      case Refresh _ -> 1;
    };
  }

  /**
   * The event that asks {@code resource} for it.
   *
   * @param settings what the run is asked for otherwise than its connection; empty for nothing
   */
  default ObjectNode event(String resource, Map<String, String> settings) {
    ObjectNode event = event(resource);
    if (!settings.isEmpty()) {
      settings.forEach(event.putObject("settings")::put);
    }
    return event;
  }

  private ObjectNode event(String resource) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    switch (this) {
      case Sync(Mode mode, Instant from, Instant until, Long maxRecords, InSlices slices) -> {
        event.put("action", "sync").put("resource", resource).put("mode", mode.word());
        bounds(event, from, until);
        if (maxRecords != null) {
          event.put("maxRecords", maxRecords);
        }
        slices.put(event, resource);
      }
      case Backfill(Instant from, Instant until, InSlices slices) -> {
        bounds(event.put("action", "backfill").put("resource", resource), from, until);
        slices.put(event, resource);
      }
      case Refresh(List<String> ids) ->
          ids.forEach(
              event.put("action", "refresh").put("resource", resource).putArray("ids")::add);
    }
    return event;
  }

  private static void bounds(ObjectNode event, @Nullable Instant from, @Nullable Instant until) {
    if (from != null) {
      event.put("from", from.toString());
    }
    if (until != null) {
      event.put("until", until.toString());
    }
  }

  private static void requireOrder(@Nullable Instant from, @Nullable Instant until) {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new UsageException("--from must be before --until");
    }
  }
}
