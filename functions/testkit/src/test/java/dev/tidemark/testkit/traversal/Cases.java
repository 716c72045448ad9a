package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts cases that are tried side by side, and keeps the first that do not end as promised. */
final class Cases {
  private static final int SHOWN = 3;

  private final AtomicInteger tried = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  /** Tries one case, which says whether it came to pass; one that fails did. */
  boolean tryOut(String name, Supplier<Boolean> one) {
    boolean happened = true;
    try {
      happened = one.get();
    } catch (RuntimeException | AssertionError e) {
      if (failures.size() < SHOWN) {
        failures.add(name + ": " + e);
      }
    }
    if (happened) {
      tried.incrementAndGet();
    }
    return happened;
  }

  /**
   * The number of cases, all of which have ended as promised.
   *
   * @param least of them; with fewer the search has lost what it is to try
   */
  int allWell(int least) {
    assertThat(failures).isEmpty();
    assertThat(tried.get()).as("cases that were tried").isGreaterThanOrEqualTo(least);
    return tried.get();
  }
}
