package dev.tidemark.core.state;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often a run noticed what.
 *
 * @param given each warning that was given, once, in the order of {@link Warning}
 */
public record Warnings(List<Count> given) {
  /**
   * A warning and how often it was given.
   *
   * @param times 1 or more
   */
  public record Count(Warning warning, long times) {
    public Count {
      if (times < 1) {
        throw new IllegalArgumentException(warning + " < 1: " + times);
      }
    }
  }

  /** Nothing noticed. */
  public static final Warnings NONE = new Warnings(List.of());

  public Warnings {
    given = List.copyOf(given);
  }

  /** One kind of warning, given {@code count} times; nothing where that is 0. */
  public static Warnings of(Warning warning, long count) {
    return count == 0 ? NONE : new Warnings(List.of(new Count(warning, count)));
  }

  /** How often each warning was given; those that never were are left out. */
  public Map<Warning, Long> counts() {
    Map<Warning, Long> counts = new EnumMap<>(Warning.class);
    given.forEach(one -> counts.merge(one.warning(), one.times(), Long::sum));
    return counts;
  }

  /** Whether {@code warning} was given. */
  public boolean has(Warning warning) {
    return given.stream().anyMatch(one -> one.warning() == warning);
  }

  /** The sum of both. */
  public Warnings plus(Warnings more) {
    if (more.given.isEmpty()) {
      return this;
    }
    Map<Warning, Long> sum = counts();
    more.given.forEach(one -> sum.merge(one.warning(), one.times(), Long::sum));
    return new Warnings(
        Arrays.stream(Warning.values())
            .filter(sum::containsKey)
            .map(warning -> new Count(warning, sum.getOrDefault(warning, 0L)))
            .toList());
  }
}
