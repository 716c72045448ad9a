package dev.tidemark.testkit.memory;

import dev.tidemark.core.run.Continuer;
import dev.tidemark.core.run.ResourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what it was asked for; a test invokes the legs itself, as often and in whatever order
 * it likes.
 */
public final class RecordedContinuer implements Continuer {
  private final List<Asked> asked = new ArrayList<>();
  private boolean broken;

  /** One request for a leg. */
  public record Asked(ResourceKey key, Instant at) {}

  @Override
  public synchronized void goOn(ResourceKey key, Instant at) {
    if (broken) {
      throw new IllegalStateException("the continuer is broken: " + key);
    }
    asked.add(new Asked(key, at));
  }

  /** From now on every attempt fails. */
  public synchronized void breakDown() {
    broken = true;
  }

  /** What was asked for, in order. */
  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }
}
