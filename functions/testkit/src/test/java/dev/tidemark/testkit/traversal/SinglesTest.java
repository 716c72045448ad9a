package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.reconcile.Singles;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Progress;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single records, by their ids. */
class SinglesTest {
  private static final ResourcePlan REFRESH = Plans.beside(Plans.byId(), "refresh");

  private final Scene scene = new Scene(ApiShape.byId(2), REFRESH).with(7);

  @Test
  void that_are_there_are_published_and_nothing_else_is_asked_for() {
    Progress progress = refresh("3", "5");
    assertThat(scene.published().newest()).containsOnlyKeys("3", "5");
    assertThat(scene.api.askedFor()).containsExactly("3", "5");
    assertThat(scene.api.served()).isEmpty();
    assertThat(Singles.absent(progress)).isEmpty();
  }

  @Test
  void that_the_api_does_not_have_are_told_and_not_deleted() {
    Progress progress = refresh("99", "3", "98");
    assertThat(Singles.absent(progress)).containsExactly("99", "98");
    assertThat(progress.tally().records().deletes()).isZero();
    assertThat(scene.published().newest()).containsOnlyKeys("3");
  }

  @Test
  void that_are_absent_are_known_to_the_legs_that_follow() {
    scene.inLegsOf(Duration.ZERO);
    assertThat(Singles.absent(refresh("99", "3", "98"))).containsExactly("99", "98");
    assertThat(scene.api.askedFor()).containsExactly("99", "3", "98");
  }

  @Test
  void are_asked_for_again_when_that_failed() {
    scene.api.failing(1, new ApiFault.Unavailable());
    assertThat(Singles.absent(refresh("3"))).isEmpty();
    assertThat(scene.api.askedFor()).containsExactly("3", "3");
    assertThat(scene.published().newest()).containsOnlyKeys("3");
  }

  @Test
  void promote_nothing() {
    refresh("3");
    assertThat(scene.state().checkpoint()).isNull();
  }

  @Test
  void that_are_unchanged_are_published_again_and_stay_what_they_are() {
    scene.planned(Plans.byId()).leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofMinutes(1));
    scene.planned(REFRESH);
    refresh("3");
    scene.api.rewrite(4);
    refresh("4");
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(9);
  }

  private Progress refresh(String... ids) {
    scene.asking(RunRequest.refresh(List.of(ids)));
    LegOutcome outcome = scene.leg(Trigger.OPERATOR);
    while (outcome instanceof LegOutcome.HandedOver) {
      outcome = scene.leg(Trigger.CONTINUATION);
    }
    assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
    return ((LegOutcome.Completed) outcome).manifest().seal().progress();
  }
}
