package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Stage;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A first run that walks in slices of record time beside each other. */
class SlicesTest {
  private static LegOutcome.Completed complete(Fleet fleet) {
    assertThat(fleet.whole()).isInstanceOf(LegOutcome.HandedOver.class);
    while (!fleet.slices().areSettled()) {
      fleet.round(FaultPlan.none());
    }
    return (LegOutcome.Completed) fleet.whole();
  }

  @Test
  void the_slices_cover_the_time_from_the_first_record_to_the_runs_start_without_a_gap() {
    Fleet fleet = Fleet.over(3, 40);
    fleet.whole();
    List<Slice> slices = fleet.slices().parts().stream().map(part -> part.slice()).toList();
    assertThat(slices).hasSize(12);
    assertThat(slices.getFirst().from()).isNull();
    assertThat(slices.getLast().until()).isEqualTo(Scene.NOON);
    for (int i = 1; i < slices.size(); i++) {
      assertThat(slices.get(i - 1).meets(slices.get(i))).isTrue();
    }
  }

  @Test
  void a_run_in_slices_is_published_as_one_run_with_one_checkpoint() {
    Fleet fleet = Fleet.over(3, 40);
    Manifest manifest = complete(fleet).manifest();
    assertThat(fleet.scene.published().manifests()).hasSize(1);
    assertThat(manifest.seal().progress().tally().records().lines()).isEqualTo(40);
    Checkpoint checkpoint = Objects.requireNonNull(manifest.seal().checkpoint());
    assertThat(checkpoint.runStart()).isEqualTo(Scene.NOON);
    assertThat(Objects.requireNonNull(checkpoint.watermark()).at())
        .isEqualTo(Scene.NOON.minusSeconds(200));
    assertThat(checkpoint.undated()).isFalse();
    new Aftermath(fleet.scene).holdsInTheEnd();
  }

  @Test
  void as_many_walk_at_a_time_as_were_asked_for_and_the_next_when_one_has_ended() {
    Fleet fleet = Fleet.over(3, 40);
    fleet.whole();
    assertThat(fleet.slices().due(Scene.NOON, _ -> false)).hasSize(3);
    fleet.scene.inLegsOf(Duration.ZERO);
    fleet.slice(1);
    assertThat(fleet.slices().due(Scene.NOON, _ -> false)).hasSize(3);
    fleet.scene.inLegsOf(Duration.ofMinutes(10));
    fleet.slice(1);
    assertThat(fleet.slices().parts().getFirst().state().phase()).isInstanceOf(Phase.Walked.class);
    assertThat(fleet.slices().due(Scene.NOON, _ -> false))
        .hasSize(3)
        .doesNotContain(fleet.slices().parts().getFirst().key());
  }

  @Test
  void an_empty_slice_costs_one_request() {
    Fleet fleet = Fleet.of(2, Plans.dated(Plans.ascending()));
    for (int id = 1; id <= 6; id++) {
      fleet.scene.api.add(id, Scene.NOON.minusSeconds(id <= 3 ? 3600 : 1).plusMillis(id));
    }
    fleet.whole();
    int before = fleet.scene.api.served().size();
    assertThat(fleet.slice(4)).isInstanceOf(LegOutcome.Walked.class);
    assertThat(fleet.scene.api.served()).hasSize(before + 1);
  }

  @Test
  void a_record_that_moves_before_its_slice_comes_to_it_is_found_by_the_query_that_ends_the_run() {
    Fleet fleet = Fleet.over(2, 20);
    fleet.whole();
    fleet.slice(1);
    fleet.scene.clock.advance(Duration.ofSeconds(5));
    fleet.scene.api.edit(20);
    fleet.scene.api.edit(1);
    while (!fleet.slices().areSettled()) {
      fleet.round(FaultPlan.none());
    }
    assertThat(fleet.whole()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(fleet.scene.published().newest()).isEqualTo(fleet.scene.api.truth());
  }

  @Test
  void the_next_run_begins_below_the_start_of_the_run_in_slices() {
    Fleet fleet = Fleet.over(2, 20);
    fleet.whole();
    fleet.scene.clock.advance(Duration.ofMinutes(30));
    fleet.scene.api.add(21, Scene.NOON.plusSeconds(60));
    while (!fleet.slices().areSettled()) {
      fleet.round(FaultPlan.none());
    }
    fleet.whole();
    fleet.scene.clock.advance(Duration.ofMinutes(1));
    fleet.scene.leg(Trigger.SCHEDULE);
    Instant from = fleet.scene.api.served().getLast().request().from();
    assertThat(from).isBefore(Scene.NOON.minusSeconds(6 * 60));
  }

  @Nested
  class InOnePiece {
    private static Stage stageAfterTheFirstLeg(Fleet fleet) {
      LegOutcome outcome = fleet.whole();
      assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
      assertThat(fleet.scene.settled()).isTrue();
      return ((LegOutcome.Completed) outcome).manifest().seal().progress().walk().stage();
    }

    @Test
    void walks_what_fits_on_a_page() {
      assertThat(stageAfterTheFirstLeg(Fleet.over(4, 2))).isEqualTo(Stage.LIST);
    }

    @Test
    void walks_what_is_not_declared_to_have_a_time_in_each_record() {
      Fleet fleet = Fleet.over(4, 20);
      fleet.scene.planned(Plans.ascending());
      fleet.scene.api.addUndated(99);
      assertThat(stageAfterTheFirstLeg(fleet)).isEqualTo(Stage.LIST);
    }

    @Test
    void walks_what_shows_a_record_without_a_time_though_none_is_declared() {
      Fleet fleet = Fleet.over(4, 20);
      fleet.scene.api.addUndated(99);
      assertThat(stageAfterTheFirstLeg(fleet)).isEqualTo(Stage.LIST);
    }

    @Test
    void walks_an_incremental_run() {
      Fleet fleet = Fleet.over(2, 20);
      complete(fleet);
      fleet.scene.clock.advance(Duration.ofMinutes(1));
      fleet.scene.api.edit(3);
      assertThat(stageAfterTheFirstLeg(fleet)).isEqualTo(Stage.LIST);
    }
  }

  @Test
  void a_range_in_slices_ends_where_it_was_asked_to() {
    Fleet fleet = Fleet.over(2, 40);
    Instant from = Scene.NOON.minusSeconds(3000);
    Instant until = Scene.NOON.minusSeconds(600);
    RunRequest range = new RunRequest(Mode.BACKFILL, from, until, null, List.of()).inSlices(2);
    fleet.scene.planned(Plans.beside(fleet.scene.plan(), "range-1")).asking(range);
    assertThat(fleet.whole()).isInstanceOf(LegOutcome.HandedOver.class);
    List<Slice> slices = fleet.slices().parts().stream().map(part -> part.slice()).toList();
    assertThat(slices.getFirst().from()).isEqualTo(from);
    assertThat(slices.getLast().until()).isEqualTo(until);
    assertThat(complete(fleet).manifest().seal().progress().tally().records().lines())
        .isEqualTo(fleet.scene.published().newest().size())
        .isBetween(25L, 28L);
  }

  @Nested
  class WhereOneFails {
    private final Fleet fleet = Fleet.over(2, 40);

    private void fail() {
      fleet.whole();
      int calls = fleet.scene.api.served().size();
      fleet.scene.api.failing(calls + 1, new ApiFault.Refused());
      assertThat(fleet.slice(1)).isInstanceOf(LegOutcome.Failed.class);
    }

    private LegOutcome wholeAfterTheOthers() {
      fail();
      while (!fleet.slices().areSettled()) {
        fleet.round(FaultPlan.none());
      }
      return fleet.whole();
    }

    @Test
    void the_others_go_on_and_then_the_whole_fails_with_its_reason() {
      assertThat(wholeAfterTheOthers())
          .isInstanceOfSatisfying(
              LegOutcome.Failed.class,
              failed ->
                  assertThat(failed.failure().reason())
                      .startsWith("slice 1 of 8 (before ")
                      .endsWith("status 403"));
      assertThat(fleet.scene.published().manifests()).isEmpty();
    }

    @Test
    void the_next_schedule_walks_only_what_is_missing() {
      assertThat(wholeAfterTheOthers()).isInstanceOf(LegOutcome.Failed.class);
      int before = fleet.scene.api.served().size();
      fleet.whole();
      assertThat(fleet.slices().due(fleet.scene.clock.instant(), _ -> false)).hasSize(1);
      fleet.round(FaultPlan.none());
      assertThat(fleet.whole()).isInstanceOf(LegOutcome.Completed.class);
      assertThat(fleet.scene.api.served().size() - before).isLessThan(6);
      new Aftermath(fleet.scene).holdsInTheEnd();
    }
  }

  @Test
  void a_rate_limit_of_one_lets_no_other_begin() {
    Fleet fleet = Fleet.over(4, 40);
    fleet.whole();
    int calls = fleet.scene.api.served().size();
    fleet.scene.api.failing(calls + 1, new ApiFault.Throttled(Duration.ofHours(1)));
    assertThat(fleet.slice(1)).isInstanceOf(LegOutcome.Waiting.class);
    assertThat(fleet.slices().due(fleet.scene.clock.instant(), _ -> false)).isEmpty();
    fleet.scene.clock.advance(Duration.ofHours(2));
    assertThat(fleet.slices().due(fleet.scene.clock.instant(), _ -> false)).hasSize(4);
  }

  @Nested
  class AfterAnOperator {
    private final Fleet fleet = Fleet.over(2, 40);

    @Test
    void cancelled_the_whole_its_slices_walk_no_more_and_publish_nothing() {
      fleet.whole();
      ResourceKey key = fleet.slices().parts().getFirst().key();
      fleet.scene.inLegsOf(Duration.ZERO);
      fleet.slice(1);
      fleet.operate(OperatorVerb.CANCEL);
      assertThat(fleet.scene.states.read(key).phase()).isInstanceOf(Phase.Idle.class);
      assertThat(fleet.slice(key, FaultPlan.none())).isNull();
      fleet.scene.inLegsOf(Duration.ofMinutes(10));
      fleet.finish();
      assertThat(fleet.scene.published().manifests()).hasSize(1);
      new Aftermath(fleet.scene).holdsInTheEnd();
    }

    @Test
    void a_slice_of_an_abandoned_run_is_no_part_of_the_next_one() {
      fleet.whole();
      fleet.slice(1);
      ResourceKey old = fleet.slices().parts().getFirst().key();
      fleet.operate(OperatorVerb.RESET);
      fleet.whole();
      assertThat(fleet.slices().parts()).extracting(part -> part.key()).doesNotContain(old);
      assertThat(fleet.slice(old, FaultPlan.none())).isNull();
      fleet.finish();
      new Aftermath(fleet.scene).holdsInTheEnd();
    }

    @Test
    void paused_and_resumed_the_whole_continues_where_each_slice_was() {
      fleet.whole();
      fleet.slice(1);
      fleet.scene.inLegsOf(Duration.ZERO);
      fleet.slice(2);
      fleet.operate(OperatorVerb.PAUSE);
      assertThat(fleet.slice(3)).isNull();
      assertThat(fleet.whole()).isInstanceOf(LegOutcome.Paused.class);
      fleet.operate(OperatorVerb.RESUME);
      fleet.scene.inLegsOf(Duration.ofMinutes(10));
      fleet.finish();
      assertThat(fleet.scene.published().manifests()).hasSize(1);
      new Aftermath(fleet.scene).holdsInTheEnd();
    }
  }
}
