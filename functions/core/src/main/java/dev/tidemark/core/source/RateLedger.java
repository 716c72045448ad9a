package dev.tidemark.core.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has which part of a bucket. A store keeps it and replaces it by conditional write; what is
 * decided is decided here, for each store alike.
 *
 * @param revision raised by every write; 0 for none yet
 * @param shares of those who asked lately
 * @param spent calls of those who have no share for them any more
 * @param held before when the server lets nobody call
 */
public record RateLedger(long revision, List<Share> shares, List<Spent> spent, Instant held) {
  /** Nobody has asked. */
  public static final RateLedger EMPTY = new RateLedger(0, List.of(), List.of(), Instant.EPOCH);

  /** How far two clocks may be apart, and how late a call may arrive that was sent in time. */
  static final Duration MARGIN = Duration.ofSeconds(2);

  /** The same for what its holder saw answered: clocks alone. */
  static final Duration SKEW = Duration.ofMillis(500);

  /** Into how many parts calls are put together that fall out one after the other. */
  private static final int PARTS = 4;

  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);
  private static final Duration LONGEST_LEASE = Duration.ofSeconds(30);

  /**
   * The part of one holder.
   *
   * @param rank whose calls they are
   * @param calls that it may make in any window
   * @param wanted how many it could make
   * @param until when it has to ask again
   * @param served when it was last given any
   */
  public record Share(
      String holder, RateRank rank, int calls, int wanted, Instant until, Instant served) {}

  /**
   * Calls that count without a share.
   *
   * @param holder who counts them too, and tells anew of them when it asks; empty where none does
   * @param until when they fall out
   */
  public record Spent(String holder, int calls, Instant until) {
    public Spent {
      if (calls < 1) {
        throw new IllegalArgumentException("calls < 1: " + calls);
      }
    }
  }

  public RateLedger {
    shares = List.copyOf(shares);
    spent = List.copyOf(spent);
  }

  /**
   * How long a block may be used before its holder has to ask again, and after what time who was
   * given nothing, or less than it could use, may do so.
   */
  public static Duration lease(RateBucket bucket) {
    Duration part = bucket.per().dividedBy(6);
    Duration most = part.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : part;
    return most.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : most;
  }

  /** The ledger in which the wish is fulfilled as far as it can be. */
  public RateLedger taken(RateBucket bucket, RateWish wish) {
    Instant now = wish.now();
    List<Share> others = others(bucket, wish.holder(), now);
    List<Spent> left = counted(wish.holder(), now);
    int free =
        bucket.calls()
            - others.stream().mapToInt(Share::calls).sum()
            - left.stream().mapToInt(Spent::calls).sum();
    Share before = share(wish.holder());
    Instant last = before == null ? Instant.EPOCH : before.served();
    int calls = Math.max(0, Math.min(free, target(bucket, wish, last, others)));
    Instant until = now.plus(calls == 0 ? lease(bucket).multipliedBy(2) : lease(bucket));
    Instant served = calls > 0 ? now : last;
    others.add(
        new Share(
            wish.holder(),
            wish.rank(),
            calls,
            Math.min(wish.calls(), bucket.calls()),
            until,
            served));
    if (!bucket.unlimited()) {
      left.addAll(over(wish.holder(), wish.used(), calls));
    }
    return new RateLedger(revision + 1, others, left, held);
  }

  /** The ledger without the holder's share. */
  public RateLedger givenBack(RateBucket bucket, RateWish last) {
    List<Spent> left = counted(last.holder(), last.now());
    if (!bucket.unlimited()) {
      left.addAll(over("", last.used(), 0));
    }
    return new RateLedger(revision + 1, others(bucket, last.holder(), last.now()), left, held);
  }

  /** The ledger by which nobody calls before {@code until}. */
  public RateLedger heldUntil(Instant until) {
    return new RateLedger(revision + 1, shares, spent, until.isAfter(held) ? until : held);
  }

  /** What the holder has; nothing where it has no share. */
  public RateBlock block(RateBucket bucket, String holder, Instant now) {
    Share share = share(holder);
    return share == null || share.calls() == 0
        ? new RateBlock(0, now.plus(lease(bucket)), held)
        : new RateBlock(share.calls(), share.until(), held);
  }

  private @Nullable Share share(String holder) {
    return shares.stream().filter(one -> one.holder().equals(holder)).findFirst().orElse(null);
  }

  /** A share whose holder is not heard of counts until its last call has surely fallen out. */
  private List<Share> others(RateBucket bucket, String holder, Instant now) {
    Instant since = now.minus(bucket.per()).minus(MARGIN);
    List<Share> others = new ArrayList<>(shares);
    others.removeIf(one ->
        one.holder().equals(holder)
            || (one.calls() == 0 ? !one.until().isAfter(now) : !one.until().isAfter(since)));
    return others;
  }

  private List<Spent> counted(String holder, Instant now) {
    List<Spent> counted = new ArrayList<>(spent);
    counted.removeIf(one -> one.holder().equals(holder) || !one.until().plus(SKEW).isAfter(now));
    return counted;
  }

  /**
   * How many the wish's holder should have: each rank is given what the ranks before it leave, and
   * of those of one rank none more than another that could use it. Where there are fewer calls than
   * holders, those have their turn whose last one is longest ago.
   */
  private static int target(RateBucket bucket, RateWish wish, Instant served, List<Share> others) {
    List<Share> claims = new ArrayList<>(others);
    claims.removeIf(one -> !one.until().isAfter(wish.now()));
    claims.add(new Share(wish.holder(), wish.rank(), 0, wish.calls(), wish.now(), served));
    Comparator<Share> order = Comparator.comparing(Share::rank).thenComparingInt(Share::wanted);
    if (bucket.calls() < claims.size()) {
      order = order.thenComparing(Share::served, Comparator.reverseOrder());
    }
    claims.sort(order.thenComparing(Share::holder));
    int left = bucket.calls();
    for (RateRank rank : RateRank.values()) {
      List<Share> ofRank = claims.stream().filter(one -> one.rank() == rank).toList();
      for (int i = 0; i < ofRank.size(); i++) {
        Share one = ofRank.get(i);
        int given = Math.min(one.wanted(), left / (ofRank.size() - i));
        if (one.holder().equals(wish.holder())) {
          return given;
        }
        left -= given;
      }
    }
    throw new IllegalStateException("the wish is one of the claims");
  }

  /** The calls that count beyond {@code calls}, the earliest to fall out first. */
  private static List<Spent> over(String holder, RateUsage used, int calls) {
    List<Spent> over = new ArrayList<>();
    int more = used.calls() - calls;
    int part = Math.max(1, (more + PARTS - 1) / PARTS);
    for (int first = 0; first < more; first += part) {
      int last = Math.min(more, first + part);
      over.add(new Spent(holder, last - first, used.falls(last)));
    }
    return over;
  }
}
