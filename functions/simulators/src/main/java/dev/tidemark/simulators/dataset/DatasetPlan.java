package dev.tidemark.simulators.dataset;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * From what a dataset is made; equal plans make equal bytes.
 *
 * @param seed where the randomness starts
 * @param records how many records each resource has, but for those in {@code sizes}
 * @param sizes resources with another size
 * @param nastyShare the share of nasty records, 0 to 1
 * @param burst how many records share one updated_at; more than a page makes ties across its border
 * @param stamps how finely times are kept
 * @param newest no honest updated_at is later
 */
public record DatasetPlan(
    long seed,
    int records,
    Map<String, Integer> sizes,
    double nastyShare,
    int burst,
    Stamps stamps,
    Instant newest) {
  public DatasetPlan {
    if (records < 0) {
      throw new IllegalArgumentException("records < 0: " + records);
    }
    if (nastyShare < 0 || nastyShare > 1) {
      throw new IllegalArgumentException("nastyShare not in 0..1: " + nastyShare);
    }
    if (burst < 1) {
      throw new IllegalArgumentException("burst < 1: " + burst);
    }
    sizes = Map.copyOf(sizes);
  }

  /** Plain records with distinct times in whole seconds before 2026-06-01. */
  public static DatasetPlan of(long seed, int records) {
    Instant newest = Instant.parse("2026-06-01T00:00:00Z");
    return new DatasetPlan(seed, records, Map.of(), 0, 1, Stamps.SECONDS, newest);
  }

  /** This plan with another number of records for one resource. */
  public DatasetPlan withRecords(String resource, int count) {
    Map<String, Integer> changed = new HashMap<>(sizes);
    changed.put(resource, count);
    return new DatasetPlan(seed, records, changed, nastyShare, burst, stamps, newest);
  }

  /** This plan with another share of nasty records. */
  public DatasetPlan withNastyShare(double share) {
    return new DatasetPlan(seed, records, sizes, share, burst, stamps, newest);
  }

  /** This plan with {@code count} records at each instant. */
  public DatasetPlan withBurst(int count) {
    return new DatasetPlan(seed, records, sizes, nastyShare, count, stamps, newest);
  }

  /** This plan with another precision of times. */
  public DatasetPlan withStamps(Stamps changed) {
    return new DatasetPlan(seed, records, sizes, nastyShare, burst, changed, newest);
  }

  /** This plan with honest times up to {@code instant}. */
  public DatasetPlan withNewest(Instant instant) {
    return new DatasetPlan(seed, records, sizes, nastyShare, burst, stamps, instant);
  }

  int size(String resource) {
    return sizes.getOrDefault(resource, records);
  }
}
