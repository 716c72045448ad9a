package dev.tidemark.testkit.traversal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One run after the other: where each begins, what it publishes, and that nothing falls between
 * two.
 */
class IncrementalTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private final Scene scene = new Scene(ApiShape.byId(2), Plans.byId()).with(7);

  @Test
  void the_first_run_is_a_backfill_and_the_next_ones_are_not() {
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(HOUR);
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.published().manifests())
        .extracting(manifest -> manifest.seal().progress().run().mode())
        .containsExactlyInAnyOrder(Mode.BACKFILL, Mode.INCREMENTAL);
  }

  @Test
  void a_walk_by_id_begins_where_the_last_run_began_less_lag_and_lookback() {
    scene.leg(Trigger.SCHEDULE);
    int asked = scene.api.served().size();
    scene.clock.advance(HOUR);
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.api.served().get(asked).request().from())
        .isEqualTo(Scene.NOON.minus(Duration.ofMinutes(7)));
  }

  @Test
  void an_ascending_walk_begins_at_its_checkpoint_less_lookback() {
    Scene ascending = new Scene(ApiShape.ascending(10), Plans.ascending()).with(7);
    ascending.leg(Trigger.SCHEDULE);
    ascending.clock.advance(HOUR);
    ascending.leg(Trigger.SCHEDULE);
    Instant newest = Scene.NOON.minusSeconds(3600 - 6);
    assertThat(ascending.api.served().getLast().request().from())
        .isEqualTo(newest.minus(Duration.ofMinutes(5)));
  }

  @Test
  void an_edit_behind_the_cursor_of_a_walk_by_id_is_found_by_the_next_run() {
    scene.api.before(3, () -> scene.api.edit(1));
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(HOUR);
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(8);
  }

  @Test
  void a_run_that_finds_nothing_new_publishes_an_empty_manifest_and_moves_on() {
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(HOUR);
    assertThat(scene.leg(Trigger.SCHEDULE))
        .isInstanceOfSatisfying(
            LegOutcome.Completed.class,
            completed -> assertThat(completed.manifest().objects()).isEmpty());
    assertThat(requireNonNull(scene.state().checkpoint()).runStart())
        .isEqualTo(Scene.NOON.plus(HOUR));
  }

  @Test
  void many_small_runs_keep_few_segments_and_publish_nothing_twice() {
    for (int run = 0; run < 32; run++) {
      scene.leg(Trigger.SCHEDULE);
      scene.clock.advance(Duration.ofMinutes(3));
      scene.api.edit(1 + run % 7);
    }
    scene.leg(Trigger.SCHEDULE);
    List<IndexSegment> index = scene.lake.read(Plans.KEY, 1).segments();
    assertThat(index).hasSizeLessThan(7);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(7 + 32).doesNotHaveDuplicates();
  }
}
