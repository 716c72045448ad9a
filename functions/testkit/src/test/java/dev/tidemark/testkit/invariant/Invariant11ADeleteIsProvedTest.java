package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 11: a delete is proved. */
class Invariant11ADeleteIsProvedTest {
  private static final ResourcePlan OWN = Reconciliation.OWN;
  private static final ResourcePlan RECONCILE = Reconciliation.RECONCILE;

  private final Scene scene = new Scene(ApiShape.byId(2), OWN).with(7);
  private final Reconciliation runs = new Reconciliation(scene);

  @Test
  void what_vanished_is_published_as_a_delete_of_the_version_last_known() {
    runs.publish();
    scene.api.remove(3);
    LegOutcome outcome = runs.reconcile();
    assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(runs.deletes()).hasSize(1);
    LandedLine delete = runs.deletes().getFirst();
    assertThat(delete.record()).isEqualTo("{\"id\":3}");
    assertThat(delete.version()).isEqualTo(runs.upsert("3").version());
    assertThat(delete.fetchedAt()).isEqualTo(started(outcome));
    assertThat(scene.api.askedFor()).containsExactly("3");
  }

  @Test
  void a_delete_is_as_old_as_the_walk_however_long_that_took() {
    runs.publish();
    scene.api.remove(3);
    scene.api.answersAfter(Duration.ofSeconds(3));
    LegOutcome outcome = runs.reconcile();
    assertThat(runs.deletes().getFirst().fetchedAt()).isEqualTo(started(outcome));
  }

  @Test
  void a_record_that_the_list_hides_and_the_api_still_has_is_not_deleted() {
    runs.publish();
    scene.api.hide(3);
    runs.reconcile();
    assertThat(runs.deletes()).isEmpty();
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void a_record_that_the_list_hides_is_not_landed_in_the_form_that_shows_more_of_it() {
    runs.publish();
    scene.api.hide(3);
    scene.api.showsMoreOfOne();
    runs.reconcile();
    assertThat(scene.api.askedFor()).containsExactly("3");
    assertThat(scene.published().lines()).hasSize(7);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void a_record_that_left_the_list_with_other_bytes_is_published_as_it_is_once() {
    runs.publish();
    scene.api.hide(3);
    scene.api.rewrite(3);
    scene.api.showsMoreOfOne();
    runs.reconcile();
    assertThat(scene.published().newest().get("3")).contains("\"edits\":1", "\"detail\":");
    assertThat(scene.published().lines()).hasSize(8);
    runs.reconcile();
    runs.reconcile();
    assertThat(scene.published().lines()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_was_published_since_the_walk_began_is_no_candidate(boolean asksForOne) {
    for (int call = 1; call <= calls(); call++) {
      Scene busy = new Scene(ApiShape.byId(2), OWN).with(7);
      busy.leg(Trigger.SCHEDULE);
      busy.clock.advance(Duration.ofHours(1));
      if (!asksForOne) {
        busy.api.listsOnly();
      }
      busy.planned(RECONCILE).asking(RunRequest.of(Mode.RECONCILE));
      busy.leg(Trigger.SCHEDULE, FaultPlan.meanwhile(call, () -> insertAndPublish(busy)));
      assertThat(busy.published().lines()).noneMatch(line -> line.deleted());
      assertThat(busy.published().newest()).isEqualTo(busy.api.truth());
    }
  }

  private static void insertAndPublish(Scene busy) {
    busy.clock.advance(Duration.ofSeconds(30));
    busy.api.add(0, busy.clock.instant());
    busy.api.edit(2);
    busy.planned(OWN).asking(RunRequest.of(Mode.INCREMENTAL));
    busy.leg(Trigger.SCHEDULE);
  }

  private static int calls() {
    Scene quiet = new Scene(ApiShape.byId(2), OWN).with(7);
    quiet.leg(Trigger.SCHEDULE);
    quiet.planned(RECONCILE).asking(RunRequest.of(Mode.RECONCILE));
    FaultPlan counted = FaultPlan.none();
    quiet.leg(Trigger.SCHEDULE, counted);
    return counted.calls().size();
  }

  @Test
  void a_second_reconcile_deletes_nothing_again() {
    runs.publish();
    scene.api.remove(3);
    runs.reconcile();
    runs.reconcile();
    assertThat(runs.deletes()).hasSize(1);
  }

  @Test
  void a_record_that_comes_back_unchanged_is_published_again() {
    runs.publish();
    scene.api.remove(3);
    runs.reconcile();
    scene.api.add(3, Scene.NOON.minusSeconds(3598));
    runs.reconcile();
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void a_reconcile_in_many_legs_knows_what_earlier_legs_saw() {
    runs.publish();
    scene.api.remove(3);
    scene.api.remove(7);
    scene.inLegsOf(Duration.ZERO);
    runs.reconcile();
    assertThat(runs.deletes()).hasSize(2);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.api.askedFor()).containsExactlyInAnyOrder("3", "7");
  }

  @Test
  void where_the_api_cannot_be_asked_for_one_record_the_whole_walk_is_the_proof() {
    runs.publish();
    scene.api.listsOnly();
    scene.api.remove(3);
    runs.reconcile();
    assertThat(runs.deletes()).hasSize(1);
    assertThat(scene.api.askedFor()).isEmpty();
  }

  @Test
  void where_besides_the_list_moves_under_the_walk_nothing_is_proved() {
    ResourcePlan moving = Plans.closing();
    Scene jumping = new Scene(ApiShape.ascending(2).withRowCursors(), moving).with(7);
    jumping.leg(Trigger.SCHEDULE);
    jumping.clock.advance(Duration.ofHours(1));
    for (long id = 1; id <= 7; id++) {
      jumping.api.edit(id);
    }
    jumping.api.listsOnly();
    int call = jumping.api.served().size() + 3;
    jumping.api.before(
        call,
        () -> {
          jumping.clock.advance(Duration.ofSeconds(5));
          jumping.api.edit(4);
        });
    jumping
        .planned(Plans.beside(moving, ResourceKey.RECONCILE))
        .asking(RunRequest.of(Mode.RECONCILE));
    assertThat(jumping.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(jumping.published().lines()).noneMatch(line -> line.deleted());
  }

  @Nested
  class NoDeleteIsPublishedAndTheRunFails {
    @Test
    void when_the_walk_shows_nothing_at_all() {
      runs.publish();
      for (long id = 1; id <= 7; id++) {
        scene.api.remove(id);
      }
      assertThat(reason(runs.reconcile())).contains("no record at all", "7");
      assertThat(runs.deletes()).isEmpty();
    }

    @Test
    void when_too_much_is_gone_to_be_believed() {
      Scene large = new Scene(ApiShape.byId(50), OWN).with(500);
      large.leg(Trigger.SCHEDULE);
      for (long id = 1; id <= 101; id++) {
        large.api.remove(id);
      }
      large.clock.advance(Duration.ofHours(1));
      LegOutcome outcome =
          large.planned(RECONCILE).asking(RunRequest.of(Mode.RECONCILE)).leg(Trigger.SCHEDULE);
      assertThat(reason(outcome)).contains("101 of 500", "20 %");
      assertThat(large.published().lines()).noneMatch(line -> line.deleted());
      large.clock.advance(Duration.ofHours(1));
      for (long id = 1; id <= 60; id++) {
        large.api.add(id, large.clock.instant());
      }
      assertThat(large.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(large.published().newest()).isEqualTo(large.api.truth());
    }

    @ParameterizedTest
    @CsvSource({
      "false, 8, 5, true",
      "false, 9, 5, true",
      "false, 10, 5, false",
      "false, 7, 4, false",
      "false, 5, 4, false",
      "true, 8, 5, false",
      "true, 19, 10, true",
      "true, 20, 10, false"
    })
    void when_most_of_a_small_resource_is_gone(
        boolean asked, int published, int gone, boolean refused) {
      Scene small = new Scene(ApiShape.byId(2), OWN).with(published);
      if (!asked) {
        small.api.listsOnly();
      }
      small.leg(Trigger.SCHEDULE);
      for (long id = 1; id <= gone; id++) {
        small.api.remove(id);
      }
      small.clock.advance(Duration.ofHours(1));
      LegOutcome outcome =
          small.planned(RECONCILE).asking(RunRequest.of(Mode.RECONCILE)).leg(Trigger.SCHEDULE);
      if (refused) {
        assertThat(reason(outcome))
            .contains(gone + " of " + published, "50 %", "no delete was published", "schema");
      } else {
        assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
      }
      assertThat(small.published().lines())
          .filteredOn(line -> line.deleted())
          .hasSize(refused ? 0 : gone);
    }

    @Test
    void when_more_is_published_than_can_be_compared_with() {
      runs.publish();
      scene.api.remove(3);
      scene.clock.advance(Duration.ofHours(1));
      LegOutcome outcome =
          scene
              .planned(Plans.bounded(RECONCILE, 5))
              .asking(RunRequest.of(Mode.RECONCILE))
              .leg(Trigger.SCHEDULE);
      assertThat(reason(outcome)).contains("more memory");
      assertThat(runs.deletes()).isEmpty();
    }
  }

  private static Instant started(LegOutcome outcome) {
    return ((LegOutcome.Completed) outcome).manifest().seal().progress().run().startedAt();
  }

  private static String reason(LegOutcome outcome) {
    assertThat(outcome).isInstanceOf(LegOutcome.Failed.class);
    return ((LegOutcome.Failed) outcome).failure().reason();
  }
}
