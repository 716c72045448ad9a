package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.traversal.Slices;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A slice that proves long is divided among those who have nothing else to do. */
class SplitSlicesTest {
  private static final int RECORDS = 400;

  /** All but one record lie in the last slice, of which some pages have been walked. */
  private static Fleet skewed() {
    Fleet fleet = Fleet.of(2, Plans.dated(Plans.ascending()));
    fleet.scene.api.add(1, Scene.NOON.minus(Duration.ofDays(1)));
    for (int id = 2; id <= RECORDS; id++) {
      fleet.scene.api.add(id, Scene.NOON.minusSeconds(8000).plusSeconds(15L * id));
    }
    fleet.whole();
    for (int number = 1; number <= 7; number++) {
      fleet.slice(number);
    }
    fleet.scene.inLegsOf(Duration.ZERO);
    for (int legs = 0; legs < 24; legs++) {
      fleet.slice(8);
    }
    fleet.scene.inLegsOf(Duration.ofMinutes(10));
    return fleet;
  }

  private static boolean split(Fleet fleet) {
    return fleet.slices().split(fleet.scene.states, fleet.scene.clock.instant(), _ -> false);
  }

  private static void inTheEnd(Fleet fleet) {
    fleet.finish();
    assertThat(fleet.scene.published().manifests()).hasSize(1);
    new Aftermath(fleet.scene).holdsInTheEnd();
  }

  @Test
  void its_bound_is_lowered_first_and_the_run_lists_the_rest_then() {
    Fleet fleet = skewed();
    assertThat(split(fleet)).isTrue();
    assertThat(fleet.slices().needTheRun()).isTrue();
    assertThat(fleet.slices().parts()).hasSize(8);
    assertThat(fleet.whole()).isInstanceOf(LegOutcome.HandedOver.class);
    List<Slice> slices = fleet.slices().parts().stream().map(Slices.Part::slice).toList();
    assertThat(slices).hasSize(9);
    assertThat(slices.getLast().until()).isEqualTo(Scene.NOON);
    assertThat(fleet.slices().needTheRun()).isFalse();
    inTheEnd(fleet);
  }

  @Test
  void what_is_split_is_published_once_whoever_looks_next() {
    Fleet fleet = skewed();
    int pages = fleet.scene.api.served().size();
    assertThat(split(fleet)).isTrue();
    inTheEnd(fleet);
    assertThat(fleet.scene.api.served().size() - pages).isLessThan(RECORDS / 2 + 20);
  }

  @Test
  void the_owner_that_walks_on_to_the_old_end_is_fenced() {
    Fleet fleet = skewed();
    Scene scene = fleet.scene;
    int[] puts = {0};
    scene.storingBy(
        new PassingSink(scene.lake) {
          @Override
          public Put put(dev.tidemark.core.lake.Batch batch) {
            if (++puts[0] == 3) {
              assertThat(split(fleet)).isTrue();
            }
            return super.put(batch);
          }
        });
    assertThat(fleet.slice(8)).isInstanceOf(LegOutcome.Fenced.class);
    scene.storingBy(scene.lake);
    inTheEnd(fleet);
  }

  @Test
  void nothing_is_split_while_all_workers_walk_or_little_is_left() {
    Fleet fleet = Fleet.over(2, 40);
    fleet.whole();
    assertThat(split(fleet)).isFalse();
    fleet.finish();
    Fleet walked = skewed();
    Instant now = walked.scene.clock.instant();
    while (split(walked)) {
      walked.whole();
      assertThat(walked.slices().parts()).hasSizeLessThan(12);
    }
    assertThat(walked.slices().due(now, _ -> false)).hasSize(2);
  }

  @Test
  @Tag("deep")
  void killed_at_any_call_of_the_leg_that_lists_what_was_split_off_nothing_is_lost() {
    for (Fault kill : List.of(Fault.KILL_BEFORE, Fault.KILL_AFTER)) {
      boolean died = true;
      for (int call = 1; died; call++) {
        Fleet fleet = skewed();
        assertThat(split(fleet)).isTrue();
        FaultPlan plan = FaultPlan.at(call, kill);
        LegOutcome _ = Scene.orDeath(() -> fleet.whole(Trigger.CONTINUATION, plan));
        died = plan.dead();
        new Aftermath(fleet.scene).holdsAlways();
        inTheEnd(fleet);
      }
    }
  }

  @Test
  void
      a_slice_that_had_walked_to_its_lowered_end_before_the_run_looked_leaves_the_rest_to_others() {
    Fleet fleet = skewed();
    assertThat(split(fleet)).isTrue();
    assertThat(fleet.slice(8)).isInstanceOf(LegOutcome.Walked.class);
    assertThat(fleet.slices().areSettled()).isTrue();
    assertThat(fleet.whole()).isInstanceOf(LegOutcome.HandedOver.class);
    assertThat(fleet.slices().parts().getLast().state().phase()).isInstanceOf(Phase.Idle.class);
    inTheEnd(fleet);
  }
}
