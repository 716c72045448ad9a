package dev.tidemark.rest.request;

import dev.tidemark.core.source.Pacer;
import dev.tidemark.core.source.RateBucket;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.state.Account;
import dev.tidemark.rest.auth.Authorization;
import dev.tidemark.rest.auth.TokenGrant;
import dev.tidemark.rest.auth.TokenSlot;
import dev.tidemark.rest.definition.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a process remembers of its sources from one leg to the next: the tokens that it was given,
 * whose accounts they open, and how often it asked. Losing it costs a request for each, and nothing
 * else.
 */
public final class SourceMemory {
  private final Map<TokenKey, TokenSlot> tokens = new ConcurrentHashMap<>();
  private final Map<RateBucket, Pacer> paces = new ConcurrentHashMap<>();

  private final Map<AccountKey, Account> accounts = new ConcurrentHashMap<>();

  private record AccountKey(String address, Authorization authorization) {}

  private record TokenKey(String origin, TokenGrant grant) {}

  private final RateBudget budget;
  private final RandomGenerator random;

  /** Of a process that has its connections for itself. */
  public SourceMemory() {
    this(RateBudget.ALONE, RandomGenerator.getDefault());
  }

  /**
   * Of a process that is one of several.
   *
   * @param budget divides what an API allows among them
   * @param random spreads those who wait for the same moment
   */
  public SourceMemory(RateBudget budget, RandomGenerator random) {
    this.budget = budget;
    this.random = random;
  }

  /** Where the token is that {@code origin} gives for {@code grant}. */
  TokenSlot token(String origin, TokenGrant grant) {
    return tokens.computeIfAbsent(new TokenKey(origin, grant), _ -> new TokenSlot());
  }

  /** What keeps the requests of {@code connection} in {@code bucket} to {@code limit}. */
  public Pacer pace(String connection, String bucket, Rate.@Nullable Bucket limit) {
    RateBucket kept =
        limit == null
            ? new RateBucket(connection, bucket, RateBucket.UNLIMITED, Duration.ofMinutes(1))
            : new RateBucket(connection, bucket, limit.requests(), limit.per());
    return paces.computeIfAbsent(kept, one -> new Pacer(one, budget, random));
  }

  /** Leaves to other processes what this one was given of any budget, until its next request. */
  public void giveBack(Instant now) {
    paces.values().forEach(pacer -> pacer.giveBack(now));
  }

  /** The account that {@code authorization} opens at {@code address}; null where none is known. */
  @Nullable Account account(String address, Authorization authorization) {
    return accounts.get(new AccountKey(address, authorization));
  }

  /** Remembers that {@code authorization} opens {@code account}. */
  void opens(Authorization authorization, Account account) {
    accounts.put(new AccountKey(account.origin(), authorization), account);
  }

  @Override
  public String toString() {
    return "SourceMemory[…]";
  }
}
