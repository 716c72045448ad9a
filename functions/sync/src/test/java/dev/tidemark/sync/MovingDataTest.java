package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.testkit.Depth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every resource of the built-in sources in every mode, while its data move in the middle of the
 * walks: afterwards the lake equals the truth byte by byte. Quick is every fourth of these, each
 * mode with others; deeper are the rest.
 */
@Tag("deep")
class MovingDataTest {
  private static final int RECORDS = 43;
  private static final int PAGE = 7;
  private static final int SEEDS = 2;

  static Stream<Arguments> everyResourceAndSeed() {
    return resourcesAndSeeds(0, _ -> true);
  }

  static Stream<Arguments> everyResourceAndSeedOnceMore() {
    return resourcesAndSeeds(1, _ -> true);
  }

  static Stream<Arguments> everyResourceThatCanVanish() {
    return resourcesAndSeeds(2, resource -> resource.cannotReconcile() == null);
  }

  static Stream<Arguments> everyResourceWithATime() {
    return resourcesAndSeeds(3, resource -> resource.members().watermark() != null);
  }

  private static Stream<Arguments> resourcesAndSeeds(int mode, Predicate<Resource> wanted) {
    List<Arguments> all = all(wanted).toList();
    return IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number + mode, 4, 1))
        .mapToObj(all::get);
  }

  private static Stream<Arguments> all(Predicate<Resource> wanted) {
    return Stream.of("lev", "askelephant", "zendesk")
        .flatMap(source ->
            Sources.builtIn(source).names().stream()
                .map(name -> name.replace("<objectKey>", "apartment"))
                .filter(name -> wanted.test(Sources.builtIn(source).resource(name)))
                .flatMap(name ->
                    LongStream.rangeClosed(1, isChild(name) ? 1 : SEEDS)
                        .mapToObj(seed -> Arguments.of(source, name, seed))));
  }

  /** Their walks take a request for each parent. */
  private static boolean isChild(String resource) {
    return resource.startsWith("deal_");
  }

  /** One bench with one moving resource. */
  private static final class Scene implements AutoCloseable {
    final Bench bench;
    final String resource;
    final Movement movement;
    final Subject subject;
    final String name;

    Scene(String source, String resource, long seed, String mode) {
      boolean children = isChild(resource);
      DatasetPlan plan =
          DatasetPlan.of(seed, children ? 12 : RECORDS).withBurst(3).withNastyShare(0.15);
      this.bench = Bench.of(source, plan, children ? 2 : PAGE);
      this.resource = resource;
      this.subject = new Subject(bench, resource);
      subject.bringBackFromTheFuture(bench.clock.instant().minus(Duration.ofDays(1)));
      this.movement = new Movement(subject, seed);
      this.name = "%s of %s, mode %s, seed %d".formatted(resource, source, mode, seed);
    }

    JsonNode run(String more) {
      JsonNode answer =
          bench.drive(
              "{\"action\":\"sync\",\"resource\":\"" + resource + "\"" + more + "}", Bench.LONG);
      assertThat(answer.path("outcome").asText()).as("%s: %s", name, answer).isEqualTo("completed");
      return answer;
    }

    JsonNode sync() {
      return run("");
    }

    JsonNode reconcile() {
      return run(",\"mode\":\"reconcile\"");
    }

    /** Long enough that the last minute of an export has passed. */
    void later() {
      bench.clock.advance(Duration.ofMinutes(3));
    }

    StandingRecords published() {
      return StandingRecords.of(bench, resource);
    }

    void equalsTheTruth() {
      assertThat(published().differences(subject.expected())).as(name).isEmpty();
    }

    void publishedNothingTwice() {
      assertThat(published().records(_ -> true)).as(name).doesNotHaveDuplicates();
    }

    @Nullable Checkpoint checkpoint() {
      ResourceState state = bench.states.read(bench.key(resource));
      return state == null ? null : state.checkpoint();
    }

    @Override
    public void close() {
      bench.close();
    }
  }

  @ParameterizedTest
  @MethodSource("everyResourceAndSeed")
  void a_first_walk_and_the_next_run_land_what_moved_meanwhile(
      String source, String resource, long seed) {
    try (Scene scene = new Scene(source, resource, seed, "backfill")) {
      scene.movement.start(!scene.subject.vanishes());
      assertThat(scene.sync().path("mode").asText()).as(scene.name).isEqualTo("backfill");
      scene.movement.stop();
      scene.later();
      scene.sync();
      scene.equalsTheTruth();
      scene.publishedNothingTwice();
    }
  }

  @ParameterizedTest
  @MethodSource("everyResourceAndSeedOnceMore")
  void runs_that_follow_land_what_moved_in_and_between_them(
      String source, String resource, long seed) {
    try (Scene scene = new Scene(source, resource, seed, "incremental")) {
      scene.sync();
      scene.movement.start(!scene.subject.vanishes());
      for (int i = 0; i < 3; i++) {
        scene.bench.clock.advance(Duration.ofSeconds(37L * i));
        assertThat(scene.sync().path("mode").asText()).as(scene.name).isEqualTo("incremental");
      }
      scene.movement.stop();
      scene.later();
      scene.sync();
      scene.equalsTheTruth();
      scene.publishedNothingTwice();
    }
  }

  @ParameterizedTest
  @MethodSource("everyResourceThatCanVanish")
  void a_reconcile_finds_what_vanished_before_it_and_in_the_middle_of_it(
      String source, String resource, long seed) {
    try (Scene scene = new Scene(source, resource, seed, "reconcile")) {
      scene.movement.start(true);
      scene.sync();
      scene.reconcile();
      scene.sync();
      scene.movement.stop();
      scene.later();
      scene.sync();
      scene.reconcile();
      scene.equalsTheTruth();
      scene.publishedNothingTwice();
    }
  }

  @ParameterizedTest
  @MethodSource("everyResourceWithATime")
  void a_range_beside_a_live_incremental_changes_nothing_of_it(
      String source, String resource, long seed) {
    try (Scene scene = new Scene(source, resource, seed, "range")) {
      Bench bench = scene.bench;
      scene.movement.start(!scene.subject.vanishes());
      scene.sync();
      Instant newest = bench.clock.instant().minus(Duration.ofDays(1));
      String event = "{\"action\":\"sync\",\"resource\":\"" + resource + "\"}";
      JsonNode begun = bench.invoke(event, Duration.ofSeconds(40));
      String range =
          "{\"action\":\"backfill\",\"resource\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
              .formatted(resource, newest.minus(Duration.ofDays(2)), bench.clock.instant());
      Checkpoint before = scene.checkpoint();
      JsonNode answer = bench.drive(range, Bench.LONG);
      assertThat(answer.path("outcome").asText())
          .as("%s: %s", scene.name, answer)
          .isEqualTo("completed");
      assertThat(scene.checkpoint()).as(scene.name).isEqualTo(before);
      scene.movement.stop();
      scene.later();
      assertThat(scene.sync().path("legs").asInt())
          .as(scene.name)
          .isGreaterThanOrEqualTo(begun.path("legs").asInt());
      scene.later();
      scene.sync();
      scene.equalsTheTruth();
      Set<String> runs =
          scene.published().lines().stream().map(LandedLine::run).collect(Collectors.toSet());
      for (String run : runs) {
        assertThat(scene.published().records(run::equals)).as(scene.name).doesNotHaveDuplicates();
      }
    }
  }
}
