package dev.tidemark.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.simulators.examples.Example;
import dev.tidemark.testkit.Depth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The definitions of {@code examples/} land what APIs show that behave as their documentation says,
 * and are certified.
 */
class ExampleLandingTest {
  static Stream<Arguments> resources() {
    return Stream.of(Example.values())
        .flatMap(example ->
            ExampleTrial.definition(example).runnable().stream()
                .map(resource -> Arguments.of(example, resource)));
  }

  /** A third of them, and deeper the others. */
  static Stream<Arguments> some() {
    List<Arguments> all = resources().toList();
    return IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number, 3, 1))
        .mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void it_is_landed_while_rows_move_and_the_api_limits(Example example, String resource) {
    ExampleTrial trial = new ExampleTrial(example, resource);
    trial.api.limits(3);
    trial.meets(() -> moves(trial));
    RunEnd first = trial.bench.drive(WalkKind.sync(trial.subject));
    assertThat(first.completed()).as(first.toString()).isTrue();
    assertThat(trial.quietly().completed()).isTrue();
    trial.isTruth("after a run among moving rows and a quiet one");
    trial.change(1);
    assertThat(trial.quietly().completed()).isTrue();
    trial.isTruth("after an incremental run");
    reconciles(trial);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void a_later_run_asks_for_less_where_the_api_can_select(Example example, String resource) {
    ExampleTrial trial = new ExampleTrial(example, resource);
    assertThat(trial.quietly().completed()).isTrue();
    int first = trial.requests();
    trial.bench.clock.advance(Duration.ofDays(1));
    trial.change(1);
    assertThat(trial.quietly().completed()).isTrue();
    trial.isTruth("after an incremental run");
    boolean less = trial.subject.selects() || resource.equals("changes");
    assertThat(trial.requests() - first < first).isEqualTo(less);
  }

  /** The first few requests only, so that the walk comes to an end. */
  private static void moves(ExampleTrial trial) {
    if (trial.requests() < 6) {
      trial.change(trial.requests());
    }
  }

  private static void reconciles(ExampleTrial trial) {
    if (trial.subject.resource().cannotReconcile() != null) {
      return;
    }
    trial.api.rows().vanish(2);
    trial.bench.clock.advance(Duration.ofHours(1));
    RunEnd end =
        trial.bench.drive(
            "{\"action\":\"sync\",\"resource\":\"%s\",\"mode\":\"reconcile\"}"
                .formatted(trial.subject.name()));
    assertThat(end.completed()).as(end.toString()).isTrue();
    if (end.proves()) {
      trial.isTruth("after a reconcile");
    }
  }

  @Tag("deep")
  @ParameterizedTest
  @MethodSource("resources")
  void it_is_landed_through_a_kill_at_each_call(Example example, String resource) {
    for (boolean later : kinds(example)) {
      Tried tried = new Tried();
      List<String> wrong = new ArrayList<>();
      Subject subject = new ExampleTrial(example, resource).subject;
      new Kills(
              () -> victim(example, resource, later, wrong),
              WalkKind.sync(subject),
              later ? "incremental" : "first",
              tried)
          .all();
      assertThat(wrong).isEmpty();
      assertThat(tried.total()).isGreaterThan(30);
    }
  }

  /** Whether it is a later run that is killed; quick either, deeper both. */
  private static List<Boolean> kinds(Example example) {
    return Depth.ofThisRun() == Depth.QUICK
        ? List.of(example.file().length() % 2 == 1)
        : List.of(false, true);
  }

  private static Kills.Victim victim(
      Example example, String resource, boolean later, List<String> wrong) {
    ExampleTrial trial = new ExampleTrial(example, resource);
    if (later) {
      trial.bench.drive(WalkKind.sync(trial.subject));
      trial.bench.clock.advance(Duration.ofHours(1));
      trial.change(2);
    }
    return new Kills.Victim(
        trial.bench,
        aftermath -> {
          if (!aftermath.ending().completed()) {
            wrong.add(aftermath.toString());
          }
          trial.isTruth(aftermath.how());
        });
  }

  @Tag("deep")
  @ParameterizedTest
  @MethodSource("some")
  void it_is_certified(Example example, String resource) throws InterruptedException {
    Definition definition = ExampleTrial.definition(example);
    OwnApis.isCertified(definition, resource, Depth.of(4, 8));
  }
}
