package dev.tidemark.core.source;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the requests of one process to its part of a bucket, of which a full window may be used as
 * a burst, and to what the server says.
 *
 * <p>It is one holder of the bucket's budget, shared by all readers of the process: the budget is
 * asked once in a lease, and everything between is decided here.
 */
public final class Pacer {
  /** For how long who was told to come back goes before those of later ranks. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private static final Duration MOST_JITTER = Duration.ofSeconds(1);
  private static final int JITTER_PARTS = 20;

  private final RateBucket bucket;
  private final RateBudget budget;
  private final RandomGenerator random;
  private final String holder;
  private final SlidingWindow window;
  private final Map<RateRank, Instant> waiting = new EnumMap<>(RateRank.class);
  private @Nullable RateBlock block;
  private Instant asked = Instant.MIN;
  private Instant held = Instant.MIN;
  private boolean hungry = true;
  private int made;

  /**
   * One holder of {@code budget}.
   *
   * @param random spreads those who wait for the same moment, and draws the holder's name
   */
  public Pacer(RateBucket bucket, RateBudget budget, RandomGenerator random) {
    this.bucket = bucket;
    this.budget = budget;
    this.random = random;
    this.holder =
        Long.toUnsignedString(random.nextLong(), 36) + Long.toUnsignedString(random.nextLong(), 36);
    this.window = new SlidingWindow(bucket.per());
  }

  /** Counts a request in, if it may be made. */
  public synchronized Turn take(Instant now, RateRank rank) {
    Turn turn = turn(now, rank);
    if (turn instanceof Turn.Later(Instant until)) {
      waiting.put(rank, until.plus(GRACE));
    } else {
      waiting.remove(rank);
      made++;
    }
    return turn;
  }

  private Turn turn(Instant now, RateRank rank) {
    RateBlock mine = block;
    int calls = bucket.unlimited() ? 0 : window.calls(now);
    if (mine == null || !mine.until().isAfter(now) || mayHaveMore(mine, calls, now)) {
      mine = ask(now, rank);
    }
    if (held.isAfter(now)) {
      return new Turn.Later(held);
    }
    if (bucket.unlimited()) {
      return new Turn.Now(0);
    }
    Instant before = first(rank, now);
    if (before != null) {
      return new Turn.Later(before);
    }
    if (calls < mine.calls()) {
      return new Turn.Now(window.sent(now));
    }
    hungry = true;
    return new Turn.Later(comeBack(mine, now));
  }

  private boolean mayHaveMore(RateBlock mine, int calls, Instant now) {
    return calls >= mine.calls()
        && mine.calls() < bucket.calls()
        && !now.isBefore(asked.plus(RateLedger.lease(bucket)));
  }

  private RateBlock ask(Instant now, RateRank rank) {
    RateUsage used = bucket.unlimited() ? RateUsage.NONE : window.usage(now);
    RateBlock given = budget.take(bucket, new RateWish(holder, rank, wanted(now), used, now));
    block = given;
    asked = now;
    hungry = false;
    made = 0;
    if (given.held().isAfter(now) && given.held().isAfter(held)) {
      held = given.held().plus(jitter(Duration.between(now, given.held())));
    }
    return given;
  }

  /** Who had to wait could make more than it was given; who had not, about as many as it made. */
  private int wanted(Instant now) {
    if (bucket.unlimited()) {
      return 1;
    }
    Duration since = hungry ? Duration.ZERO : Duration.between(asked, now);
    if (!since.isPositive()) {
      return bucket.calls();
    }
    double windows = (double) bucket.per().toMillis() / Math.max(1, since.toMillis());
    return (int) Math.min(bucket.calls(), Math.ceil(made * windows * 1.25) + 1);
  }

  /** When a request of an earlier rank will have had its turn; null where none waits. */
  private @Nullable Instant first(RateRank rank, Instant now) {
    Instant last = null;
    for (Map.Entry<RateRank, Instant> one : waiting.entrySet()) {
      boolean before = one.getKey().compareTo(rank) < 0 && one.getValue().isAfter(now);
      if (before && (last == null || one.getValue().isAfter(last))) {
        last = one.getValue();
      }
    }
    return last;
  }

  private Instant comeBack(RateBlock mine, Instant now) {
    Instant again = asked.plus(RateLedger.lease(bucket));
    Instant spread = again.plus(jitter(RateLedger.lease(bucket)));
    if (mine.calls() == 0) {
      return spread;
    }
    Instant next = window.next(now);
    return mine.calls() < bucket.calls() && spread.isBefore(next) && spread.isAfter(now)
        ? spread
        : next;
  }

  private Duration jitter(Duration wait) {
    Duration part = wait.dividedBy(JITTER_PARTS);
    Duration most = part.compareTo(MOST_JITTER) > 0 ? MOST_JITTER : part;
    return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
  }

  /** The request {@code turn} was answered, or failed. */
  public synchronized void answered(Turn.Now turn, Instant now) {
    if (!bucket.unlimited()) {
      window.answered(turn.number(), now);
    }
  }

  /**
   * Nothing may be asked before {@code until}, by none of the budget's holders: the server says.
   */
  public synchronized void hold(Instant until, Instant now) {
    if (until.isAfter(held)) {
      held = until;
      if (until.isAfter(now)) {
        budget.hold(bucket, until, now);
      }
    }
  }

  /** Leaves its part to the other holders, until the next request. */
  public synchronized void giveBack(Instant now) {
    if (block != null) {
      RateUsage used = bucket.unlimited() ? RateUsage.NONE : window.usage(now);
      RateWish last = new RateWish(holder, RateRank.CHILD, 1, used, now);
      if (budget.giveBack(bucket, last)) {
        // They count in the budget from here on.
        window.clear();
      }
      block = null;
      hungry = true;
    }
  }
}
