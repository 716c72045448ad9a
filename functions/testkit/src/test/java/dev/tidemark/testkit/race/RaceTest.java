package dev.tidemark.testkit.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.race.Search.Result;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Legs and persons race, call by call; in no order do they break a promise: published is the truth
 * and nothing twice, the cursor stands behind durable objects, the checkpoint behind its manifest,
 * and what is left behind can be completed.
 */
class RaceTest {
  @Test
  @Tag("deep")
  void two_invocations_keep_every_promise_in_every_order() throws Exception {
    assertThat(Heats.violations(Courses.ofTwoOfThisRun())).isEmpty();
  }

  @Test
  void a_person_who_interferes_breaks_no_promise_in_any_order() throws Exception {
    assertThat(Heats.violations(Courses.ofALegAndAPerson())).isEmpty();
  }

  /** Some with one preemption; all, with two, where the search goes deeper. */
  @Test
  @Tag("deep")
  void three_keep_every_promise_in_every_order_with_few_preemptions() throws Exception {
    assertThat(Heats.violations(Courses.ofThree())).isEmpty();
  }

  /** Every third flaw, and deeper the others. */
  static Stream<Flaw> flaws() {
    List<Flaw> all = Stream.of(Flaw.values()).filter(flaw -> flaw != Flaw.NONE).toList();
    return IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number, 3, 1))
        .mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("flaws")
  @Tag("deep")
  void a_store_that_breaks_its_contract_is_found_out(Flaw flaw) {
    Result found =
        Stream.concat(Courses.ofALegAndAPerson(), Courses.ofTwo())
            .map(course -> new Search(course, flaw).run())
            .filter(result -> result.violation() != null)
            .findFirst()
            .orElseThrow();
    System.out.println(flaw + " is found out: " + found.violation());
    assertThat(found.violation()).isNotBlank();
  }
}
