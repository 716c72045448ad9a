package dev.tidemark.sync.event;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.OperatorVerb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function is asked for; {@link EventReader} reads it from JSON. */
public sealed interface Event {
  /** Stands for every resource of the source that has a list of its own. */
  String EVERY_RESOURCE = "*";

  /** Stands for every child resource; these take longest. */
  String EVERY_CHILD = "*.*";

  /**
   * Run a resource, by schedule or by an operator.
   *
   * @param resource its name, {@link #EVERY_RESOURCE} or {@link #EVERY_CHILD}
   * @param from lower bound in record time of a resource that was never completed; null for none
   * @param until upper bound, exclusive; null for none
   * @param maxRecords a trial of about so many records; null for no trial
   * @param scheduledTime when the schedule meant it; null for an operator's
   */
  record Sync(
      String resource,
      Mode mode,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long maxRecords,
      @Nullable String scheduledTime)
      implements Event {
    /** Whether it is meant for every resource of a kind, each in its own function. */
    public boolean isForEvery() {
      return resource.equals(EVERY_RESOURCE) || resource.equals(EVERY_CHILD);
    }
  }

  /**
   * A run between two bounds beside the resource's own.
   *
   * @param until null for the end
   */
  record Backfill(String resource, Instant from, @Nullable Instant until) implements Event {}

  /**
   * Read single records now.
   *
   * @param ids theirs, as the API's paths have them
   */
  record Refresh(String resource, List<String> ids) implements Event {
    public Refresh {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Begin a run that is asked for by settings of its own.
   *
   * @param run the run
   * @param settings what it is asked for otherwise than its connection
   */
  record With(Event run, Map<String, String> settings) implements Event {
    public With {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * Begin a run that may walk in slices of record time beside each other.
   *
   * @param run the run
   * @param resource whose it is
   * @param slices how many at a time
   */
  record Sliced(Event run, String resource, int slices) implements Event {}

  /**
   * Continue what is in flight.
   *
   * @param connection whose it is; null for that of the function that is asked
   * @param resource the resource, and after a {@code #} the variant
   */
  record Continue(@Nullable String connection, String resource) implements Event {}

  /**
   * Pause or resume a resource, or cancel or reset what is unfinished.
   *
   * @param resource the resource, or after a {@code #} a variant, which is then meant alone
   */
  record Operate(OperatorVerb verb, String resource) implements Event {}

  /**
   * Let the connection belong to the account that it is asked for now.
   *
   * @param sameAccount whether it is the same account at another address, so that checkpoints stay
   */
  record Rebind(boolean sameAccount) implements Event {}

  /**
   * Say where resources stand.
   *
   * @param resource the resource with all its variants; null for every resource of the connection
   */
  record Status(@Nullable String resource) implements Event {}
}
