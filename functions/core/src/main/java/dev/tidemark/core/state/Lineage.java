package dev.tidemark.core.state;

import dev.tidemark.core.run.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run took over from earlier ones.
 *
 * @param restartOf the run that it takes over from; null for none
 * @param restarts restarts in a row up to this run
 * @param inherited batches of earlier runs that this run's manifest lists as well
 */
public record Lineage(@Nullable RunId restartOf, int restarts, List<Span> inherited) {
  /** A run of its own. */
  public static final Lineage NONE = new Lineage(null, 0, List.of());

  public Lineage {
    inherited = List.copyOf(inherited);
  }
}
