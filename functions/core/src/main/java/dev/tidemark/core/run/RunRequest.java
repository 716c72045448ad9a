package dev.tidemark.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation asks for when nothing is in flight. A run in flight continues as it was begun,
 * whatever is asked.
 *
 * @param from where to start in record time; null for where the checkpoint says
 * @param until where to stop in record time, exclusive; null for the end
 * @param maxRecords a trial: stop after about so many records; null for no limit
 * @param ids single records to read; empty where the run walks a list
 * @param settings what the run is asked for otherwise than its connection; empty for nothing
 * @param slices of record time that may walk beside each other; 1 for a walk in one piece
 */
public record RunRequest(
    Mode mode,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Long maxRecords,
    List<String> ids,
    Map<String, String> settings,
    int slices) {
  /** Single records that one run reads at most. */
  public static final int MAX_IDS = 100;

  public RunRequest {
    ids = List.copyOf(ids);
    settings = Map.copyOf(settings);
    if ((mode == Mode.REFRESH) == ids.isEmpty() || ids.size() > MAX_IDS) {
      throw new IllegalArgumentException(
          "not 1 to " + MAX_IDS + " ids for a refresh, or ids for no refresh: " + ids.size());
    }
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("from is not before until: " + from + ", " + until);
    }
    if (maxRecords != null && maxRecords < 1) {
      throw new IllegalArgumentException("maxRecords < 1: " + maxRecords);
    }
    if (slices < 1) {
      throw new IllegalArgumentException("slices < 1: " + slices);
    }
  }

  /** A run with the settings of its connection. */
  public RunRequest(
      Mode mode,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long maxRecords,
      List<String> ids) {
    this(mode, from, until, maxRecords, ids, Map.of(), 1);
  }

  /** The same with {@code other} settings. */
  public RunRequest with(Map<String, String> other) {
    return new RunRequest(mode, from, until, maxRecords, ids, other, slices);
  }

  /** The same with up to {@code many} slices beside each other. */
  public RunRequest inSlices(int many) {
    return new RunRequest(mode, from, until, maxRecords, ids, settings, many);
  }

  /** The whole resource by {@code mode}, without bounds. */
  public static RunRequest of(Mode mode) {
    return new RunRequest(mode, null, null, null, List.of());
  }

  /** The single records of {@code ids}. */
  public static RunRequest refresh(List<String> ids) {
    return new RunRequest(Mode.REFRESH, null, null, null, ids);
  }
}
