package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which members are asked for changes only together with the version of the landed form. */
class ShapesTest {
  private static final ResourcePlan FEWER = Plans.shaped(Plans.byId(), 1, "id,name");

  private final Scene scene = new Scene(ApiShape.byId(2), Plans.byId()).with(7);

  @Test
  void other_members_with_the_same_schema_are_refused_with_what_to_do() {
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.planned(FEWER).leg(Trigger.SCHEDULE))
        .isInstanceOfSatisfying(
            LegOutcome.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("all members", "the members id,name", "schema=2"));
  }

  @Test
  void other_members_are_refused_to_a_run_in_flight_too() {
    scene.inLegsOf(Duration.ZERO).leg(Trigger.SCHEDULE);
    assertThat(scene.planned(FEWER).leg(Trigger.CONTINUATION))
        .isInstanceOf(LegOutcome.Refused.class);
    assertThat(scene.api.served()).hasSize(1);
  }

  @Test
  void a_new_schema_publishes_everything_again_and_keeps_the_old_objects() {
    scene.leg(Trigger.SCHEDULE);
    List<String> old = scene.batches();
    scene.clock.advance(Duration.ofHours(1));
    LegOutcome outcome =
        scene.planned(Plans.shaped(Plans.byId(), 2, "id,name")).leg(Trigger.SCHEDULE);
    assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
    assertThat(((LegOutcome.Completed) outcome).manifest().seal().progress().run().mode())
        .isEqualTo(Mode.BACKFILL);
    assertThat(((LegOutcome.Completed) outcome).manifest().objects())
        .hasSize(4)
        .allMatch(entry -> entry.key().contains("/v2/"));
    assertThat(scene.batches()).containsAll(old).hasSize(8);
    assertThat(scene.published().records()).hasSize(14);
  }

  @Test
  void a_sealed_run_is_published_as_it_was_read() {
    FaultPlan killed = FaultPlan.atFirst("BatchSink.publish", Fault.KILL_BEFORE);
    Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, killed));
    assertThat(scene.state().phase()).isInstanceOf(Phase.Sealed.class);
    scene.clock.advance(Duration.ofHours(1));
    assertThat(scene.planned(FEWER).leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Refused.class);
  }
}
