package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Warning;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children that a reconcile misses: one proof for all of a parent. */
class VanishedChildrenTest {
  private static final ResourcePlan OWN = Plans.unfiltered(Plans.byId());

  private final Scene scene = new Scene(ApiShape.byId(2), OWN);
  private final Kin kin = new Kin(scene.api, 4, 5);

  @BeforeEach
  void landed() {
    scene.readingBy(kin).leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofHours(1));
    scene.planned(Plans.beside(OWN, ResourceKey.RECONCILE)).asking(RunRequest.of(Mode.RECONCILE));
  }

  private Tally reconcile() {
    LegOutcome outcome = scene.leg(Trigger.SCHEDULE);
    while (outcome instanceof LegOutcome.HandedOver) {
      outcome = scene.leg(Trigger.CONTINUATION);
    }
    assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
    return ((LegOutcome.Completed) outcome).manifest().seal().progress().tally();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 600})
  void are_proved_by_one_reading_of_each_list_in_one_leg_or_many(long seconds) {
    scene.api.remove(22);
    scene.api.remove(24);
    scene.api.remove(35);
    scene.inLegsOf(Duration.ofSeconds(seconds));
    assertThat(reconcile().records().deletes()).isEqualTo(3);
    assertThat(kin.lists()).containsExactly("2", "2@2", "2@4", "3", "3@2", "3@4");
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void of_a_parent_that_is_gone_are_gone_after_one_question() {
    kin.remove(4);
    assertThat(reconcile().records().deletes()).isEqualTo(5);
    assertThat(kin.lists()).containsExactly("4");
    assertThat(kin.asked()).containsExactly("4");
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void of_a_parent_that_may_not_be_seen_stay() {
    kin.hide(4);
    Tally tally = reconcile();
    assertThat(tally.records().deletes()).isZero();
    assertThat(tally.passedOver()).isEqualTo(1);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void of_a_parent_that_cannot_be_asked_for_stay_and_are_told() {
    kin.remove(4);
    kin.listsOnly();
    Tally tally = reconcile();
    assertThat(tally.records().deletes()).isZero();
    assertThat(tally.warnings().counts()).containsEntry(Warning.CHILDREN_UNPROVED, 1L);
    assertThat(kin.asked()).isEmpty();
  }
}
