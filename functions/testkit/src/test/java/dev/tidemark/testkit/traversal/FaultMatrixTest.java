package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.fault.Fault;
import dev.tidemark.testkit.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Calls fail, or their answers are lost, or the client repeats them by itself, and the process
 * lives on to the end of its leg.
 */
class FaultMatrixTest {
  private static final List<Fault> FAULTS =
      List.of(Fault.FAIL_BEFORE, Fault.FAIL_AFTER, Fault.REPEAT);

  @ParameterizedTest
  @EnumSource
  void a_call_that_fails_or_whose_answer_is_lost_harms_nothing(Situation situation) {
    Cases cases = new Cases();
    IntStream.rangeClosed(1, calls(situation).calls())
        .parallel()
        .forEach(call ->
            FAULTS.forEach(fault ->
                tried(cases, situation, false, FaultPlan.at(call, fault), fault + " at " + call)));
    System.out.println("faults: " + cases.allWell() + " runs with one in " + situation);
  }

  /** A client's own repetition is recognised, so that the leg does not even end. */
  @ParameterizedTest
  @EnumSource
  void a_call_that_the_client_repeats_by_itself_costs_no_leg(Situation situation) {
    Undisturbed quiet = calls(situation);
    for (int call = 1; call <= quiet.calls(); call++) {
      Scene scene = situation.prepare();
      assertThat(new Journey(scene, false).under(FaultPlan.at(call, Fault.REPEAT), Calls.PORTS))
          .as("repeated call %s", call)
          .hasSize(quiet.legs());
    }
  }

  /** Every so often among all pairs of calls and faults, and with the API saying wait beside. */
  @ParameterizedTest
  @EnumSource
  @Tag("deep")
  void two_calls_that_go_wrong_harm_nothing(Situation situation) {
    int step = Depth.of(53, 5);
    int calls = calls(situation).calls();
    AtomicInteger drawn = new AtomicInteger();
    Cases cases = new Cases();
    IntStream.rangeClosed(1, calls)
        .forEach(first ->
            IntStream.rangeClosed(first + 1, calls + 8)
                .forEach(second -> {
                  for (Fault one : FAULTS) {
                    for (Fault other : FAULTS) {
                      if (drawn.incrementAndGet() % step == 0) {
                        FaultPlan plan = FaultPlan.at(first, one).and(second, other);
                        String name = one + " at " + first + ", " + other + " at " + second;
                        tried(cases, situation, drawn.get() % 2 == 0, plan, name);
                      }
                    }
                  }
                }));
    System.out.println(
        "faults: %s runs with two of %s in %s"
            .formatted(cases.allWell(), drawn.get(), situation));
  }

  private static void tried(
      Cases cases, Situation situation, boolean throttled, FaultPlan plan, String name) {
    cases.tryOut(
        situation + ", " + name,
        () -> {
          Scene scene = situation.prepare();
          if (throttled) {
            int next = scene.api.served().size() + 2;
            scene.api.failing(next, new ApiFault.Throttled(Duration.ofSeconds(30)));
          }
          new Journey(scene, false).under(plan, Calls.PORTS);
          new Aftermath(scene).holdsInTheEnd();
          return true;
        });
  }

  private record Undisturbed(int calls, int legs) {}

  private static Undisturbed calls(Situation situation) {
    FaultPlan counted = FaultPlan.none();
    int legs = new Journey(situation.prepare(), false).under(counted, Calls.PORTS).size();
    return new Undisturbed(counted.calls().size(), legs);
  }
}
