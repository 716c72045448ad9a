package dev.tidemark.tables;

import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.Precedence;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.UnreadableLakeException;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.tables.row.TableRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which of two lines of a record counts: as the lake has it, to the last tie. */
final class Later {
  private final Lake lake;
  private final ResourceKey resource;
  private final LineRecall reading;
  private final Map<String, Instant> starts = new HashMap<>();

  Later(Lake lake, ResourceKey resource, LineRecall reading) {
    this.lake = lake;
    this.resource = resource;
    this.reading = reading;
  }

  Precedence precedence(TableRow row) {
    return row.precedence(reading.rank(row.versionText()));
  }

  /**
   * Whether the line of {@code run} counts, and not {@code row}; a row is not later than itself.
   */
  boolean than(TableRow row, Precedence line, String run) {
    int compared = line.compareTo(precedence(row));
    if (compared != 0 || run.equals(row.run())) {
      return compared > 0;
    }
    // Two runs of one second that asked in one moment: the lake lists them by when they began.
    int started = start(run).compareTo(start(row.run()));
    return started == 0 ? run.compareTo(row.run()) > 0 : started > 0;
  }

  private Instant start(String run) {
    return starts.computeIfAbsent(
        run,
        id -> {
          try {
            return lake.run(Keys.manifest(resource, id)).startedAt();
          } catch (UnreadableLakeException e) {
            return Instant.MIN;
          }
        });
  }
}
