package dev.tidemark.simulators.schedule;

/** Says which of the requests to a resource are meant; requests are counted from 1. */
public sealed interface Schedule {

  /** Whether the {@code n}-th request since the item was planned is meant. */
  boolean covers(long n);

  /** The {@code n}-th request, once. */
  static Schedule at(long n) {
    return new At(n);
  }

  /** Every {@code n}-th request. */
  static Schedule every(long n) {
    return new Every(n);
  }

  /** The next {@code count} requests. */
  static Schedule next(long count) {
    return new Next(count);
  }

  /** The {@code n}-th request and all after it. */
  static Schedule from(long n) {
    return new From(n);
  }

  /** All requests. */
  static Schedule always() {
    return new From(1);
  }

  /** The {@code number}-th request, once. */
  record At(long number) implements Schedule {
    public At {
      positive(number);
    }

    @Override
    public boolean covers(long n) {
      return n == number;
    }
  }

  /** Every request whose number {@code period} divides. */
  record Every(long period) implements Schedule {
    public Every {
      positive(period);
    }

    @Override
    public boolean covers(long n) {
      return n % period == 0;
    }
  }

  /** The first {@code count} requests. */
  record Next(long count) implements Schedule {
    public Next {
      positive(count);
    }

    @Override
    public boolean covers(long n) {
      return n <= count;
    }
  }

  /** The {@code number}-th request and all after it. */
  record From(long number) implements Schedule {
    public From {
      positive(number);
    }

    @Override
    public boolean covers(long n) {
      return n >= number;
    }
  }

  private static void positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("number < 1: " + number);
    }
  }
}
