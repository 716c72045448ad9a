package dev.tidemark.simulators.dataset;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a shape makes a record from.
 *
 * @param ordinal which record of its collection, from 1
 * @param parent id of the record that this one belongs to; empty without one
 * @param createdAt printed time of creation
 * @param updatedAt printed time of the last change
 */
public record Specimen(
    long ordinal,
    String id,
    String parent,
    String createdAt,
    String updatedAt,
    RandomGenerator random) {
  public Specimen {
    if (ordinal < 1) {
      throw new IllegalArgumentException("ordinal < 1: " + ordinal);
    }
  }

  /** One of {@code choices}. */
  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A day of 2026 as a date without time. */
  public String day() {
    return Instant.parse("2026-01-01T00:00:00Z")
        .plusSeconds(86_400L * random.nextInt(365))
        .toString()
        .substring(0, 10);
  }
}
