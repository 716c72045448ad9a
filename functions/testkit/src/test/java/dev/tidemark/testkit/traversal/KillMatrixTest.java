package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.Depth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run is killed at every call that it makes, and its recovery at every call that the recovery
 * makes. What is left is taken up by the schedule alone, or by a stray continuation and then the
 * schedule.
 */
class KillMatrixTest {
  private static final List<Calls> ALL = List.of(Calls.PORTS, Calls.API);
  private static final List<Fault> KILLS = List.of(Fault.KILL_BEFORE, Fault.KILL_AFTER);

  /**
   * After every call, with a stray continuation at every second one; deeper also before every call,
   * which leaves what a death after the call before it does, and the other way about.
   */
  @ParameterizedTest
  @EnumSource
  @Tag("deep")
  void a_run_killed_before_or_after_any_call_is_taken_up_without_loss(Situation situation) {
    Cases cases = new Cases();
    everyDeath(situation, ALL, KILLS).parallelStream()
        .forEach(death -> {
          for (boolean continuations : new boolean[] {false, true}) {
            boolean after = death.fault() == Fault.KILL_AFTER;
            boolean first = after && continuations == (death.call() % 2 == 0);
            if (first == (Depth.ofThisRun() == Depth.QUICK)) {
              assertThat(tried(cases, situation, continuations, List.of(death))).isTrue();
            }
          }
        });
    System.out.println(
        "kills: " + cases.allWell(Depth.of(8, 16)) + " runs killed once in " + situation);
  }

  /**
   * A death before a call, or after one that leaves nothing behind, leaves what a death after the
   * last call does that left something. So deaths after writes are all pairs of deaths, but for
   * what only the API knows. Of the first ones every twelfth is tried, and deeper every third of
   * the others.
   */
  @ParameterizedTest
  @EnumSource
  @Tag("deep")
  void a_run_whose_recovery_is_killed_at_any_call_too_is_taken_up_without_loss(
      Situation situation) {
    List<Calls> died = Depth.ofThisRun() == Depth.DEEP ? ALL : List.of(Calls.WRITES);
    Cases cases = new Cases();
    List<Death> all = everyDeath(situation, died, List.of(Fault.KILL_AFTER));
    IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number, 12, 3))
        .mapToObj(all::get)
        .parallel()
        .forEach(first -> {
          for (boolean continuations : new boolean[] {false, true}) {
            for (Calls calls : died) {
              killEveryCallOfTheRecovery(cases, situation, continuations, first, calls);
            }
          }
        });
    System.out.println(
        "kills: " + cases.allWell(Depth.of(6, 30)) + " runs killed twice in " + situation);
  }

  private static void killEveryCallOfTheRecovery(
      Cases cases, Situation situation, boolean continuations, Death first, Calls calls) {
    int second = 0;
    List<Death> deaths;
    do {
      deaths = List.of(first, new Death(calls, ++second, Fault.KILL_AFTER));
      assertThat(second).isLessThan(1000);
    } while (tried(cases, situation, continuations, deaths));
  }

  private static boolean tried(
      Cases cases, Situation situation, boolean continuations, List<Death> deaths) {
    String name = situation + (continuations ? " with continuations, " : ", ") + deaths;
    return cases.tryOut(name, () -> survives(situation, continuations, deaths));
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_RUN", "BY_ID"})
  void a_page_that_is_durable_is_not_asked_for_again(Situation situation) {
    int calls = calls(situation, Calls.PORTS);
    for (int call = 1; call <= calls; call++) {
      Scene scene = situation.prepare();
      FaultPlan plan = FaultPlan.at(call, Fault.KILL_AFTER);
      Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, plan));
      int durable = scene.batches().size();
      int before = scene.api.served().size();
      if (!scene.settled()) {
        assertThat(scene.finish()).isInstanceOf(LegOutcome.Completed.class);
      }
      assertThat(scene.api.served().size() - before)
          .as("pages read again, killed at %s", plan.calls().getLast())
          .isEqualTo(4 - durable);
    }
  }

  private static List<Death> everyDeath(Situation situation, List<Calls> died, List<Fault> kills) {
    return died.stream()
        .flatMap(calls ->
            IntStream.rangeClosed(1, calls(situation, calls))
                .boxed()
                .flatMap(call -> kills.stream().map(kill -> new Death(calls, call, kill))))
        .toList();
  }

  /** False if there was no such call to die at; what there was has survived all the same. */
  private static boolean survives(Situation situation, boolean continuations, List<Death> deaths) {
    Scene scene = situation.prepare();
    Journey journey = new Journey(scene, continuations);
    boolean all = true;
    for (Death death : deaths) {
      FaultPlan plan = death.plan();
      journey.under(plan, death.calls());
      all &= plan.dead();
      new Aftermath(scene).holdsAlways();
    }
    journey.undisturbed();
    new Aftermath(scene).holdsInTheEnd();
    return all;
  }

  private static int calls(Situation situation, Calls calls) {
    Scene scene = situation.prepare();
    FaultPlan counted = FaultPlan.none();
    new Journey(scene, false).under(counted, calls);
    new Aftermath(scene).holdsInTheEnd();
    assertThat(counted.calls()).hasSizeGreaterThan(calls == Calls.API ? 0 : 3);
    return counted.calls().size();
  }
}
