package dev.tidemark.core.state;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often a run noticed what.
 *
 * @param counts times each warning was given, 1 or more; those that never were are left out
 */
public record Warnings(Map<Warning, Long> counts) {
  /** Nothing noticed. */
  public static final Warnings NONE = new Warnings(Map.of());

  public Warnings {
    EnumMap<Warning, Long> sorted = new EnumMap<>(Warning.class);
    sorted.putAll(counts);
    sorted.forEach((warning, count) -> {
      if (count < 1) {
        throw new IllegalArgumentException(warning + " < 1: " + count);
      }
    });
    counts = Collections.unmodifiableMap(sorted);
  }

  /** One kind of warning, given {@code count} times; nothing where that is 0. */
  public static Warnings of(Warning warning, long count) {
    return count == 0 ? NONE : new Warnings(Map.of(warning, count));
  }

  /** Whether {@code warning} was given. */
  public boolean has(Warning warning) {
    return counts.containsKey(warning);
  }

  /** The sum of both. */
  public Warnings plus(Warnings more) {
    if (more.counts.isEmpty()) {
      return this;
    }
    EnumMap<Warning, Long> sum = new EnumMap<>(Warning.class);
    sum.putAll(counts);
    more.counts.forEach((warning, count) -> sum.merge(warning, count, Long::sum));
    return new Warnings(sum);
  }
}
