package dev.tidemark.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Each break of the product is noticed by the test that is named for it, and by no accident: every
 * third one, and deeper the others.
 */
public abstract class MutationContract {
  /** The breaks, of classes of any module; their tests are on the class path. */
  protected abstract Stream<Mutant> breaks();

  @TestFactory
  @Tag("deep")
  Stream<DynamicTest> a_broken_rule_is_caught_by_its_test() {
    return tried().map(mutant -> DynamicTest.dynamicTest(mutant.what(), () -> isCaught(mutant)));
  }

  /** A test that always fails catches everything. */
  @TestFactory
  @Tag("deep")
  Stream<DynamicTest> the_same_test_passes_where_nothing_is_broken() {
    ClassLoader intact = NamedTest.reloading(Map.of());
    return tried()
        .map(Mutant::caughtBy)
        .distinct()
        .map(test -> DynamicTest.dynamicTest(test.toString(), () -> passes(test, intact)));
  }

  private Stream<Mutant> tried() {
    List<Mutant> all = breaks().toList();
    List<Mutant> tried =
        IntStream.range(0, all.size())
            .filter(number -> Depth.tries(number, 3, 1))
            .mapToObj(all::get)
            .toList();
    assertThat(tried).as("breaks").isNotEmpty();
    return tried.stream();
  }

  private static void isCaught(Mutant mutant) {
    long begun = System.nanoTime();
    MutantVerdict verdict = mutant.verdict();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(verdict.failed())
        .as("%s: %s is to notice and came to %s", mutant.what(), mutant.caughtBy(), verdict)
        .isTrue();
    System.out.printf(
        "broken: %s -> caught by %s in %.1f s%n",
        mutant.what(), mutant.caughtBy(), took.toMillis() / 1000.0);
  }

  private static void passes(NamedTest test, ClassLoader intact) {
    MutantVerdict verdict = test.run(intact);
    assertThat(verdict.passed()).as("%s came to %s", test, verdict).isTrue();
  }
}
