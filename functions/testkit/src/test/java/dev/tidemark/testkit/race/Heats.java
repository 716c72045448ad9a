package dev.tidemark.testkit.race;

import dev.tidemark.testkit.race.Search.Result;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several courses at a time. */
final class Heats {
  private Heats() {}

  /** What is broken on {@code courses}; prints how far each was searched. */
  static List<String> violations(Stream<Course> courses) {
    return courses.parallel().map(Heats::violation).filter(Objects::nonNull).toList();
  }

  private static @Nullable String violation(Course course) {
    long begun = System.nanoTime();
    Result result = new Search(course, Flaw.NONE).run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(
        "%s: %d standings, %d schedules to their end, %d executions, %d ms%n",
        course, result.standings(), result.schedules(), result.executions(), took.toMillis());
    return result.violation() == null ? null : course + ": " + result.violation();
  }
}
