package dev.tidemark.testkit.rates;

import dev.tidemark.core.source.RateBucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Counts the calls to an account as they arrive. It admits all of them: what is too much is told.
 */
final class CountingServer {
  private final RateBucket bucket;
  private final List<Instant> arrivals = new ArrayList<>();

  CountingServer(RateBucket bucket) {
    this.bucket = bucket;
  }

  /** A call that arrives at {@code at}; calls overtake each other on their way. */
  void arrives(Instant at) {
    arrivals.add(at);
  }

  /** The most calls that arrived in any window. */
  int most() {
    Collections.sort(arrivals);
    int most = 0;
    int first = 0;
    for (int last = 0; last < arrivals.size(); last++) {
      while (!arrivals.get(first).plus(bucket.per()).isAfter(arrivals.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** How many calls arrived from {@code from} on and before {@code until}. */
  int between(Instant from, Instant until) {
    return (int) arrivals.stream().filter(at -> !at.isBefore(from) && at.isBefore(until)).count();
  }
}
