package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.traversal.Slices;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.Depth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A run in slices is killed at every call of every leg of its own and of its slices, and the legs
 * come in every order; the promise holds after each.
 */
class SlicesKilledTest {
  private static final List<Fault> KILLS = List.of(Fault.KILL_BEFORE, Fault.KILL_AFTER);
  private static final int ACTORS = 3;

  /** One leg of the run itself, or of one of its two slices. */
  private static void step(Fleet fleet, int actor, FaultPlan faults) {
    LegOutcome _ =
        Scene.orDeath(() -> {
          LegOutcome outcome = actor == 0 ? fleet.whole(faults) : fleet.slice(actor, faults);
          return outcome == null ? new LegOutcome.Nothing() : outcome;
        });
  }

  private static void inTheEnd(Fleet fleet) {
    fleet.finish();
    assertThat(fleet.scene.published().manifests())
        .filteredOn(manifest -> manifest.seal().progress().run().mode() == Mode.BACKFILL)
        .hasSize(1);
    new Aftermath(fleet.scene).holdsInTheEnd();
  }

  /** The legs of a run whose slices walk page by page, in the order of {@code number}. */
  private static List<Integer> order(int number, int length) {
    List<Integer> order = new ArrayList<>();
    for (int rest = number, i = 0; i < length; i++, rest /= ACTORS) {
      order.add(rest % ACTORS);
    }
    return order;
  }

  @Test
  @Tag("deep")
  void legs_in_every_order_come_to_the_truth_once() {
    int length = Depth.ofThisRun() == Depth.DEEP ? 7 : 6;
    int all = (int) Math.pow(ACTORS, length);
    Cases cases = new Cases();
    IntStream.range(0, all)
        .parallel()
        .forEach(number ->
            cases.tryOut(
                order(number, length).toString(),
                () -> {
                  Fleet fleet = Fleet.ofTwo();
                  fleet.scene.inLegsOf(Duration.ZERO);
                  fleet.whole();
                  for (int actor : order(number, length)) {
                    step(fleet, actor, FaultPlan.none());
                    new Aftermath(fleet.scene).holdsAlways();
                  }
                  inTheEnd(fleet);
                  return true;
                }));
    System.out.println("slices: " + cases.allWell(all) + " orders of legs");
  }

  @Test
  @Tag("deep")
  void a_run_in_slices_killed_at_any_call_of_any_leg_is_taken_up_without_loss() {
    Cases cases = new Cases();
    int legs = 9;
    IntStream.range(0, legs)
        .parallel()
        .forEach(leg -> {
          for (Fault kill : KILLS) {
            int call = 0;
            boolean died = true;
            while (died) {
              call++;
              FaultPlan plan = FaultPlan.at(call, kill);
              String name = "leg " + leg + " dies at call " + call + " " + kill;
              cases.tryOut(name, () -> survives(leg, plan));
              died = plan.dead();
            }
          }
        });
    System.out.println("slices: " + cases.allWell(60) + " kills");
  }

  /** In an order in which each leg has something to do. */
  private static boolean survives(int leg, FaultPlan plan) {
    List<Integer> order = List.of(0, 1, 2, 0, 2, 1, 2, 1, 0);
    Fleet fleet = Fleet.ofTwo();
    fleet.scene.inLegsOf(Duration.ZERO);
    for (int i = 0; i < order.size(); i++) {
      if (i == order.size() - 1) {
        fleet.scene.inLegsOf(Duration.ofMinutes(10));
      }
      step(fleet, order.get(i), i == leg ? plan : FaultPlan.none());
      new Aftermath(fleet.scene).holdsAlways();
      fleet.scene.clock.advance(Duration.ofMinutes(16));
    }
    inTheEnd(fleet);
    return plan.dead();
  }

  /** The second comes between the claim of the first and its look at the slices. */
  @Test
  void of_two_that_join_one_is_fenced() {
    Fleet fleet = Fleet.ofTwo();
    fleet.whole();
    fleet.slice(1);
    fleet.slice(2);
    AtomicReference<LegOutcome> second = new AtomicReference<>(new LegOutcome.Paused());
    Scene scene = fleet.scene.takingOver(true);
    scene.storingBy(
        new PassingSink(scene.lake) {
          @Override
          public @Nullable StoredBatch find(BatchKey key) {
            if (second.get() instanceof LegOutcome.Paused) {
              second.set(new LegOutcome.Nothing());
              second.set(scene.leg(Trigger.CONTINUATION));
            }
            return super.find(key);
          }
        });
    assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Fenced.class);
    assertThat(second.get()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().manifests()).hasSize(1);
    new Aftermath(scene).holdsInTheEnd();
  }

  /** It has begun to walk before the operator cancelled, and knows nothing of it. */
  @Test
  void a_straggling_slice_of_a_cancelled_run_writes_what_no_manifest_lists() {
    Fleet fleet = Fleet.ofTwo();
    fleet.whole();
    ResourceKey key = fleet.slices().parts().getFirst().key();
    ResourcePlan plan = Plans.beside(fleet.scene.plan(), key.variant());
    RunRequest request = Objects.requireNonNull(Slices.request(fleet.scene.state(), key));
    fleet.operate(OperatorVerb.CANCEL);
    LegOutcome late =
        fleet.scene.leg(plan, request, Trigger.SCHEDULE, FaultPlan.none(), Calls.PORTS);
    assertThat(late).isInstanceOf(LegOutcome.Walked.class);
    assertThat(fleet.scene.published().manifests()).isEmpty();
    inTheEnd(fleet);
  }
}
