package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.memory.fault.Fault;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.testkit.Depth;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The deployed handler over each built-in definition and its simulator: every resource, whatever is
 * asked for it, is killed at every call: at every fifth, and deeper at the others. Afterwards the
 * lake is the truth byte by byte.
 */
class EverySourceKilledTest {
  /** Calls of a recovery among which the second death is drawn. */
  private static final int RECOVERY = 40;

  private record Task(String source, String resource, Asked asked) {
    @Override
    public String toString() {
      return asked + " of " + resource + " of " + source;
    }
  }

  /** Second deaths only every so often, since the kill matrix of the traversal tries all pairs. */
  @ParameterizedTest
  @ValueSource(strings = {"lev", "askelephant", "zendesk"})
  @Tag("deep")
  void any_resource_killed_at_any_call_of_any_run_is_landed_without_loss(String source) {
    // Primes, so that each place of a second death has its turn.
    int step = 37;
    AtomicInteger drawn = new AtomicInteger();
    AtomicInteger once = new AtomicInteger();
    AtomicInteger twice = new AtomicInteger();
    eachOf(
        source,
        (occasion, death) -> {
          boolean after = death.fault() == Fault.KILL_AFTER;
          assertThat(occasion.survives(List.of(death), death.call() % 2 == 0)).isTrue();
          once.incrementAndGet();
          for (int second = 1; after && second <= RECOVERY; second++) {
            Death again = new Death(false, second, Fault.KILL_AFTER);
            if (drawn.incrementAndGet() % step == 0
                && occasion.survives(List.of(death, again), second % 2 == 0)) {
              twice.incrementAndGet();
            }
          }
        });
    assertThat(once).as("deaths").hasValueGreaterThan(Depth.of(100, 500));
    assertThat(twice).as("second deaths").hasValueGreaterThan(Depth.of(20, 100));
    System.out.printf("kills: %s runs of %s killed once, %s killed twice%n", once, source, twice);
  }

  private interface Trial {
    void with(Occasion occasion, Death death);
  }

  private static void eachOf(String source, Trial trial) {
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    tasks(source).parallelStream()
        .forEach(task -> {
          try (Occasion occasion = new Occasion(task.source(), task.resource(), task.asked())) {
            List<Death> deaths = deaths(occasion);
            IntStream.range(0, deaths.size())
                // Otherwise runs of few calls, which are many, would all be killed at the first.
                .filter(number -> Depth.tries(number + task.toString().length(), 5, 1))
                .mapToObj(deaths::get)
                .forEach(death -> attempt(trial, task, occasion, death, failures));
          }
        });
    assertThat(failures.stream().limit(3)).isEmpty();
  }

  private static void attempt(
      Trial trial, Task task, Occasion occasion, Death death, Queue<String> failures) {
    try {
      trial.with(occasion, death);
    } catch (RuntimeException | AssertionError e) {
      failures.add(task + ", " + death + ": " + e);
    }
  }

  private static List<Task> tasks(String source) {
    Definition definition = Sources.builtIn(source);
    return definition.names().stream()
        .map(name -> name.replace("<objectKey>", "apartment"))
        .flatMap(name ->
            Stream.of(Asked.values())
                .filter(asked -> asked.isPossible(definition, name))
                .map(asked -> new Task(source, name, asked)))
        .toList();
  }

  /**
   * After every call, and before the first: a death before a call leaves what a death after the
   * call before it does. Deeper, both are tried.
   */
  private static List<Death> deaths(Occasion occasion) {
    int before = Depth.of(1, 8);
    return Stream.of(false, true)
        .flatMap(api ->
            IntStream.rangeClosed(1, occasion.calls(api))
                .boxed()
                .flatMap(call ->
                    Stream.of(Fault.KILL_BEFORE, Fault.KILL_AFTER)
                        .filter(fault -> fault == Fault.KILL_AFTER || call <= before)
                        .map(fault -> new Death(api, call, fault))))
        .toList();
  }
}
