package dev.tidemark.core.state;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is, fixed when it begins.
 *
 * @param startedAt our time of creation; the date in its keys
 * @param schema version of the landed form, part of its keys
 * @param from lower bound given by the operator; null for none
 * @param until upper bound given by the operator; null for none
 * @param maxRecords a trial's limit; null for none
 * @param restartOf the run that this one takes over from; null for none
 * @param restarts restarts in a row up to this run
 * @param inherited batches of earlier runs that this run's manifest lists as well
 * @param index revision of the index of what is published when the run began
 * @param shape which of a record's members were asked for; empty for all
 * @param ids single records to read; empty where the run walks a list
 * @param settings what it is asked for otherwise than its connection, as {@code key=value} in the
 *     order of the keys; every leg asks so
 */
public record Run(
    RunId id,
    Mode mode,
    Instant startedAt,
    int schema,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Long maxRecords,
    @Nullable RunId restartOf,
    int restarts,
    List<Span> inherited,
    long index,
    String shape,
    List<String> ids,
    List<String> settings) {
  public Run {
    if (schema < 1) {
      throw new IllegalArgumentException("schema < 1: " + schema);
    }
    inherited = List.copyOf(inherited);
    ids = List.copyOf(ids);
    settings = List.copyOf(settings);
  }

  /** The settings of its own, by key. */
  public Map<String, String> settingsByKey() {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      byKey.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return byKey;
  }

  /** The same run with {@code lower} as its bound. */
  public Run from(@Nullable Instant lower) {
    return new Run(
        id,
        mode,
        startedAt,
        schema,
        lower,
        until,
        maxRecords,
        restartOf,
        restarts,
        inherited,
        index,
        shape,
        ids,
        settings);
  }

  /**
   * The run {@code next}, begun at {@code at}, that takes over from this one.
   *
   * @param row how many runs in a row have been replaced now
   */
  public Run replacedBy(RunId next, Instant at, int newSchema, int row, List<Span> kept) {
    return new Run(
        next,
        mode,
        at,
        newSchema,
        from,
        until,
        maxRecords,
        id,
        row,
        kept,
        index,
        shape,
        ids,
        settings);
  }

  /**
   * Whether this run covers what the next incremental builds on: it is no trial, no bounded range
   * and no handful of single records.
   */
  public boolean promotes() {
    return maxRecords == null && until == null && mode != Mode.REFRESH;
  }
}
