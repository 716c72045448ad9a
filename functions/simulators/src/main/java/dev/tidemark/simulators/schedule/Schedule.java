package dev.tidemark.simulators.schedule;

/** Says which of the requests to a resource are meant; requests are counted from 1. */
@FunctionalInterface
public interface Schedule {
  /** Whether the {@code n}-th request since the item was planned is meant. */
  boolean covers(long n);

  /** The {@code n}-th request, once. */
  static Schedule at(long n) {
    positive(n);
    return asked -> asked == n;
  }

  /** Every {@code n}-th request. */
  static Schedule every(long n) {
    positive(n);
    return asked -> asked % n == 0;
  }

  /** The next {@code count} requests. */
  static Schedule next(long count) {
    positive(count);
    return asked -> asked <= count;
  }

  /** The {@code n}-th request and all after it. */
  static Schedule from(long n) {
    positive(n);
    return asked -> asked >= n;
  }

  /** All requests. */
  static Schedule always() {
    return from(1);
  }

  private static void positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("number < 1: " + number);
    }
  }
}
