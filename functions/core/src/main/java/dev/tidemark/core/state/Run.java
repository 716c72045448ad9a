package dev.tidemark.core.state;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is, fixed when it begins.
 *
 * @param startedAt our time of creation; the date in its keys
 * @param schema version of the landed form, part of its keys
 * @param from lower bound asked for by a person; null where none was
 * @param until upper bound asked for by a person; null where none was
 * @param maxRecords a trial's limit; null for none
 * @param restartOf the run that this one takes over from; null for none
 * @param restarts restarts in a row up to this run
 * @param inherited batches of earlier runs that this run's manifest lists as well
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
    List<Span> inherited) {
  public Run {
    if (schema < 1) {
      throw new IllegalArgumentException("schema < 1: " + schema);
    }
    inherited = List.copyOf(inherited);
  }

  /**
   * Whether this run covers what the next incremental builds on: it is no trial and no bounded
   * range.
   */
  public boolean promotes() {
    return maxRecords == null && until == null;
  }
}
