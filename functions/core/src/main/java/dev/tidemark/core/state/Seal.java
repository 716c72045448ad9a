package dev.tidemark.core.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that has read its last page and has yet to be published. Everything that its manifest says
 * follows from this value and from the stored batches, so that writing the manifest again gives the
 * same bytes.
 *
 * @param progress where the run ended
 * @param completedAt the time of sealing
 * @param checkpoint the checkpoint to be; null where the run promotes none
 */
public record Seal(Progress progress, Instant completedAt, @Nullable Checkpoint checkpoint) {
  public Seal {
    if (!progress.walk().position().ended()) {
      throw new IllegalArgumentException("sealed before its end: " + progress.run().id());
    }
  }
}
