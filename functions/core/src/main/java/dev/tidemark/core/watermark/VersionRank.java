package dev.tidemark.core.watermark;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record's version as one number that orders as versions of its type do: by this, and by nothing
 * else, the lines of an identity are compared where a version takes part.
 *
 * <p>A point in time becomes its nanoseconds from 1970 on, a whole number itself; what no 64 bits
 * hold becomes the lowest or the highest rank that there is. Digits beyond nanoseconds, and those
 * behind a point, are cut off.
 */
public final class VersionRank {
  /** Of a record without a version, or with one that cannot be read: below all others. */
  public static final long NONE = Long.MIN_VALUE;

  private static final long LOWEST = Long.MIN_VALUE + 1;
  private static final long HIGHEST = Long.MAX_VALUE;

  /** More digits than any number has that 64 bits hold. */
  private static final int DIGITS = 20;

  private static final long NANOS = 1_000_000_000;

  /** Seconds whose nanoseconds 64 bits hold. */
  private static final long SECONDS = Long.MAX_VALUE / NANOS - 1;

  private VersionRank() {}

  /** The rank of a point in time. */
  public static long of(@Nullable Instant at) {
    if (at == null) {
      return NONE;
    }
    long seconds = at.getEpochSecond();
    if (Math.abs(seconds) > SECONDS) {
      return seconds < 0 ? LOWEST : HIGHEST;
    }
    return seconds * NANOS + at.getNano();
  }

  /** The rank of a number. */
  public static long of(@Nullable BigDecimal number) {
    if (number == null) {
      return NONE;
    }
    if (number.signum() == 0) {
      return 0;
    }
    // Before anything is written out: the exponent of a number may ask for a billion digits.
    if ((long) number.precision() - number.scale() > DIGITS) {
      return number.signum() < 0 ? LOWEST : HIGHEST;
    }
    if ((long) number.precision() - number.scale() < 0) {
      return number.signum() < 0 ? -1 : 0;
    }
    BigInteger whole = number.setScale(0, RoundingMode.FLOOR).toBigInteger();
    if (whole.bitLength() < Long.SIZE) {
      return Math.max(whole.longValueExact(), LOWEST);
    }
    return whole.signum() < 0 ? LOWEST : HIGHEST;
  }

  /** Whether versions of this rank cannot be distinguished by it. */
  public static boolean saturated(long rank) {
    return rank == LOWEST || rank == HIGHEST;
  }
}
