package dev.tidemark.core.source;

import java.time.Instant;

/**
 * Divides what an API allows to an account among those who call it.
 *
 * <p>An implementer gives blocks so that at any time the blocks of all holders, and the calls of
 * those whose blocks it took back, are no more than the bucket's calls: whoever keeps to its block
 * in its own sliding window is part of a sum that keeps to the limit, whatever the clocks of the
 * others say. The block of a holder that is never heard of again returns by itself. It never fails
 * for a store that cannot be reached: a sync is not worth less than its pacing.
 */
public interface RateBudget {
  /** A budget of one holder alone, which has all of it. */
  RateBudget ALONE =
      new RateBudget() {
        @Override
        public RateBlock take(RateBucket bucket, RateWish wish) {
          return new RateBlock(bucket.calls(), Instant.MAX, Instant.MIN);
        }

        @Override
        public void hold(RateBucket bucket, Instant until, Instant now) {}

        @Override
        public boolean giveBack(RateBucket bucket, RateWish last) {
          return false;
        }
      };

  /** Gives the holder a block in place of the one that it has. */
  RateBlock take(RateBucket bucket, RateWish wish);

  /**
   * Nobody may call before {@code until}: the server says so.
   *
   * @param now the holder's clock
   */
  void hold(RateBucket bucket, Instant until, Instant now);

  /**
   * Takes back the holder's block; the calls that it made count until they fall out.
   *
   * @return whether the budget counts them from here on
   */
  boolean giveBack(RateBucket bucket, RateWish last);
}
