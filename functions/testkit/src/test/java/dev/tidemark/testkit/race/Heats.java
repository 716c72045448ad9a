package dev.tidemark.testkit.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.race.Search.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Several courses at a time. */
final class Heats {
  private Heats() {}

  /**
   * What is broken on {@code courses}; prints how far each was searched. A search takes turns with
   * its racers, so that it is a virtual thread as they are: no kernel has to wake either.
   */
  static List<String> violations(Stream<Course> courses)
      throws InterruptedException, ExecutionException {
    List<Callable<String>> heats =
        courses.<Callable<String>>map(course -> () -> violation(course)).toList();
    assertThat(heats).as("races").isNotEmpty();
    List<String> violations = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> heat : threads.invokeAll(heats)) {
        violations.add(heat.get());
      }
    }
    violations.removeIf(String::isEmpty);
    return violations;
  }

  private static String violation(Course course) {
    long begun = System.nanoTime();
    Result result = new Search(course, Flaw.NONE).run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(
        "%s: %d standings, %d schedules to their end, %d executions, %d ms%n",
        course, result.standings(), result.schedules(), result.executions(), took.toMillis());
    if (result.violation() != null) {
      return course + ": " + result.violation();
    }
    return result.schedules() > 1 ? "" : course + ": it was followed in one order only";
  }
}
