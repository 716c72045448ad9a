package dev.tidemark.testkit.race;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers histories: two have the same number if and only if the same calls got the same answers.
 */
final class Numbers {
  private record Link(int before, String answer) {}

  private final Map<Link, Integer> numbers = new HashMap<>();

  /** The number of the history that goes on from {@code before} with {@code answer}. */
  synchronized int after(int before, String answer) {
    return numbers.computeIfAbsent(new Link(before, answer), _ -> numbers.size() + 1);
  }
}
