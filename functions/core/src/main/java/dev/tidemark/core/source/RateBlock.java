package dev.tidemark.core.source;

import java.time.Instant;

/**
 * What a holder was given of a budget.
 *
 * @param calls that it may make in any window of the bucket, those of earlier blocks included; 0
 *     where there is nothing left for it
 * @param until when it may make no more without asking again; it may ask earlier
 * @param held before when the server lets none of the holders call
 */
public record RateBlock(int calls, Instant until, Instant held) {
  public RateBlock {
    if (calls < 0) {
      throw new IllegalArgumentException("calls < 0: " + calls);
    }
  }
}
