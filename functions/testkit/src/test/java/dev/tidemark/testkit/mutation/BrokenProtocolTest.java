package dev.tidemark.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocol is broken in the product's own source, one rule at a time, and a test notices. */
@TestInstance(Lifecycle.PER_CLASS)
class BrokenProtocolTest {
  private final ClassLoader intact = NamedTest.reloading(Map.of());

  static Stream<Mutant> breaks() {
    return Breaks.all();
  }

  static Stream<NamedTest> tests() {
    return Breaks.all().map(Mutant::caughtBy).distinct();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void a_broken_rule_is_caught_by_its_test(Mutant mutant) {
    long begun = System.nanoTime();
    Verdict verdict = mutant.verdict();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(verdict)
        .as("%s, which nobody notices: %s", mutant.caughtBy(), verdict)
        .matches(Verdict::failed);
    System.out.printf(
        "broken: %s -> caught by %s in %.1f s%n",
        mutant, mutant.caughtBy(), took.toMillis() / 1000.0);
  }

  /** A test that always fails catches everything. */
  @ParameterizedTest
  @MethodSource("tests")
  void the_same_test_passes_where_nothing_is_broken(NamedTest test) {
    assertThat(test.run(intact)).as("%s", test).matches(Verdict::passed);
  }
}
