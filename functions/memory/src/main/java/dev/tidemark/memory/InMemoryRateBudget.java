package dev.tidemark.memory;

import dev.tidemark.core.source.RateBlock;
import dev.tidemark.core.source.RateBucket;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.source.RateLedger;
import dev.tidemark.core.source.RateWish;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Budgets in memory. */
public final class InMemoryRateBudget implements RateBudget {
  private final Map<String, RateLedger> ledgers = new HashMap<>();

  @Override
  public synchronized RateBlock take(RateBucket bucket, RateWish wish) {
    RateLedger next = ledger(bucket).taken(bucket, wish);
    ledgers.put(key(bucket), next);
    return next.block(bucket, wish.holder(), wish.now());
  }

  @Override
  public synchronized void hold(RateBucket bucket, Instant until, Instant now) {
    ledgers.put(key(bucket), ledger(bucket).heldUntil(until));
  }

  @Override
  public synchronized boolean giveBack(RateBucket bucket, RateWish last) {
    ledgers.put(key(bucket), ledger(bucket).givenBack(bucket, last));
    return true;
  }

  private static String key(RateBucket bucket) {
    return bucket.connection() + "/" + bucket.name() + (bucket.unlimited() ? "/-" : "");
  }

  /** Who has which part of {@code bucket}. */
  public synchronized RateLedger ledger(RateBucket bucket) {
    return ledgers.getOrDefault(key(bucket), RateLedger.EMPTY);
  }
}
