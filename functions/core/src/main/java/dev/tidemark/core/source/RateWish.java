package dev.tidemark.core.source;

import java.time.Instant;

/**
 * What a holder asks of a budget.
 *
 * @param holder unique to it
 * @param rank whose calls they are
 * @param calls how many a window it could make
 * @param used what it has made and still counts
 * @param now its clock
 */
public record RateWish(String holder, RateRank rank, int calls, RateUsage used, Instant now) {
  public RateWish {
    if (calls < 1) {
      throw new IllegalArgumentException("calls < 1: " + calls);
    }
  }
}
