package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.source.ApiFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  /** At every second call, and deeper at the others. */
  @ParameterizedTest
  @EnumSource
  @Tag("deep")
  void a_call_that_fails_or_whose_answer_is_lost_harms_nothing(Situation situation) {
    Cases cases = new Cases();
    IntStream.rangeClosed(1, undisturbed(situation, Calls.PORTS).calls())
        .filter(call -> Depth.tries(call, 2, 1))
        .parallel()
        .forEach(call ->
            FAULTS.forEach(fault ->
                tried(cases, situation, FaultPlan.at(call, fault), fault + " at " + call)));
    System.out.println("faults: " + cases.allWell(6) + " runs with one in " + situation);
  }

  /** A client's own repetition is recognised, so that the leg does not even end. */
  @ParameterizedTest
  @EnumSource
  void a_call_that_the_client_repeats_by_itself_costs_no_leg(Situation situation) {
    Undisturbed quiet = undisturbed(situation, Calls.WRITES);
    assertThat(quiet.calls()).isPositive();
    for (int call = 1; call <= quiet.calls(); call++) {
      Journey journey = new Journey(situation.prepare(), false);
      assertThat(journey.under(FaultPlan.at(call, Fault.REPEAT), Calls.WRITES))
          .as("repeated call %s", call)
          .hasSizeLessThanOrEqualTo(quiet.legs());
    }
  }

  /**
   * Every so often among all pairs of calls that leave something behind, and with the API saying
   * wait beside. A read that fails ends a leg and leaves nothing, as a death does.
   */
  @ParameterizedTest
  @EnumSource
  @Tag("deep")
  void two_calls_that_go_wrong_harm_nothing(Situation situation) {
    List<Pair> pairs = pairs(undisturbed(situation, Calls.WRITES).calls());
    Cases cases = new Cases();
    IntStream.range(0, pairs.size())
        .filter(number -> Depth.tries(number, 97, 9))
        .parallel()
        .forEach(number -> {
          Pair pair = pairs.get(number);
          boolean waits = number % 2 == 0;
          cases.tryOut(
              pair + (waits ? " and a wait" : ""),
              () -> {
                Scene scene = situation.prepare();
                return survives(waits ? throttled(scene) : scene, pair.plan(), Calls.WRITES);
              });
        });
    System.out.println(
        "faults: %s runs with two of %s in %s"
            .formatted(cases.allWell(Depth.of(1, 10)), pairs.size(), situation));
  }

  private record Pair(int first, Fault one, int second, Fault other) {
    FaultPlan plan() {
      return FaultPlan.at(first, one).and(second, other);
    }
  }

  /** A first fault may let a run make more calls than it made without. */
  private static List<Pair> pairs(int calls) {
    List<Pair> pairs = new ArrayList<>();
    for (int first = 1; first <= calls; first++) {
      for (int second = first + 1; second <= calls + 4; second++) {
        for (Fault one : FAULTS) {
          for (Fault other : FAULTS) {
            pairs.add(new Pair(first, one, second, other));
          }
        }
      }
    }
    return pairs;
  }

  private static void tried(Cases cases, Situation situation, FaultPlan plan, String name) {
    cases.tryOut(situation + ", " + name, () -> survives(situation.prepare(), plan, Calls.PORTS));
  }

  private static boolean survives(Scene scene, FaultPlan plan, Calls calls) {
    new Journey(scene, false).under(plan, calls);
    new Aftermath(scene).holdsInTheEnd();
    return true;
  }

  private static Scene throttled(Scene scene) {
    int next = scene.api.served().size() + 2;
    scene.api.failing(next, new ApiFault.Throttled(Duration.ofSeconds(30)));
    return scene;
  }

  private record Undisturbed(int calls, int legs) {}

  private static Undisturbed undisturbed(Situation situation, Calls calls) {
    FaultPlan counted = FaultPlan.none();
    int legs = new Journey(situation.prepare(), false).under(counted, calls).size();
    return new Undisturbed(counted.calls().size(), legs);
  }
}
