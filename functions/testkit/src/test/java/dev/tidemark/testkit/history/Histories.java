package dev.tidemark.testkit.history;

import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Many histories, each from its own seed. A failing one says its seed; {@code
 * -Dtidemark.history=SEED} replays that one alone.
 */
final class Histories {
  private static final @Nullable String ONLY = System.getProperty("tidemark.history");

  private Histories() {}

  /** The first of {@code count} histories that does not end as promised; null if all do. */
  static @Nullable String firstViolation(int count, LongFunction<Story> stories) {
    LongStream seeds =
        ONLY == null ? LongStream.range(0, count) : LongStream.of(Long.parseLong(ONLY));
    return seeds
        .parallel()
        .mapToObj(seed -> violation(seed, stories.apply(seed)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String violation(long seed, Story story) {
    try {
      story.happen();
      return null;
    } catch (RuntimeException | AssertionError e) {
      return "history "
          + seed
          + ": "
          + e
          + " (replay with -Dtidemark.history="
          + seed
          + ")\n"
          + String.join("\n", story.journal());
    }
  }
}
