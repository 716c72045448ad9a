package dev.tidemark.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

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
    return firstViolation(LongStream.range(0, count), stories);
  }

  /** The same of the histories of {@code seeds}, which are some. */
  static @Nullable String firstViolation(LongStream seeds, LongFunction<Story> stories) {
    long[] drawn = ONLY == null ? seeds.toArray() : new long[] {Long.parseLong(ONLY)};
    assertThat(drawn).as("histories").isNotEmpty();
    return LongStream.of(drawn)
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
