package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A record's version goes back: later knowledge wins where it is certain. */
class GenerationsTest {
  private static final ResourcePlan OWN = Plans.unfiltered(Plans.byId());
  private static final ResourcePlan RECONCILE = Plans.beside(OWN, ResourceKey.RECONCILE);
  private static final Duration SETTLED = Duration.ofHours(1);
  private static final Instant OLD = Scene.NOON.minus(Duration.ofDays(3));

  private final Scene scene = new Scene(ApiShape.byId(2), OWN).with(7);

  @Test
  void a_record_dated_a_year_ahead_and_then_corrected_is_published_as_corrected() {
    scene.api.edit(3, Scene.NOON.plus(Duration.ofDays(365)));
    incremental();
    scene.api.edit(3, scene.clock.instant());
    incremental();
    theTruthIsPublished();
    assertThat(lines(3)).extracting(LandedLine::generation).containsExactly(0, 1);
  }

  @Test
  void so_it_is_where_the_api_selects_by_time() {
    Scene filtered = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);
    filtered.api.edit(3, Scene.NOON.plus(Duration.ofDays(365)));
    run(filtered, Plans.ascending(), Mode.INCREMENTAL);
    filtered.clock.advance(Duration.ofMinutes(30));
    filtered.api.edit(3, filtered.clock.instant());
    run(filtered, Plans.ascending(), Mode.INCREMENTAL);
    assertThat(filtered.published().newest()).isEqualTo(filtered.api.truth());
  }

  @Test
  void a_record_restored_from_a_backup_is_published_as_restored() {
    incremental();
    scene.api.edit(3, OLD);
    incremental();
    theTruthIsPublished();
    incremental();
    assertThat(lines(3)).hasSize(2);
  }

  @Test
  void a_record_that_was_deleted_and_reconciled_and_then_restored_from_a_backup_is_back() {
    incremental();
    scene.api.remove(3);
    reconcile();
    theTruthIsPublished();
    scene.api.restore(3);
    scene.api.edit(3, OLD);
    reconcile();
    theTruthIsPublished();
    scene.api.remove(3);
    reconcile();
    theTruthIsPublished();
    assertThat(lines(3)).extracting(LandedLine::generation).containsExactly(0, 0, 1, 1);
  }

  @Test
  void a_record_whose_time_becomes_null_in_an_edit_is_published_as_edited() {
    incremental();
    scene.api.edit(3, null);
    incremental();
    theTruthIsPublished();
    scene.api.edit(3, OLD);
    incremental();
    theTruthIsPublished();
    assertThat(lines(3)).extracting(LandedLine::generation).containsExactly(0, 1, 1);
  }

  @Test
  void times_beyond_all_that_can_be_ranked_are_told_apart_by_what_is_known_later() {
    scene.api.edit(3, Instant.parse("9999-12-31T00:00:00Z"));
    incremental();
    scene.api.edit(3, Instant.parse("9998-12-31T00:00:00Z"));
    incremental();
    theTruthIsPublished();
    assertThat(lines(3)).extracting(LandedLine::generation).containsExactly(0, 1);
  }

  @Nested
  class ATombstoneWithoutAVersion {
    @Test
    void wins_over_every_version_and_loses_against_what_is_published_later() {
      incremental();
      scene.api.bury(3);
      incremental();
      theTruthIsPublished();
      assertThat(scene.published().newest()).doesNotContainKey("3");
      scene.api.edit(3, OLD);
      incremental();
      theTruthIsPublished();
      assertThat(lines(3)).extracting(LandedLine::generation).containsExactly(0, 1, 1);
      assertThat(lines(3).get(1).record()).isEqualTo("{\"id\":3,\"deleted\":true}");
    }

    @Test
    void wins_at_once_however_young_the_version_is() {
      incremental();
      scene.api.edit(3);
      scene.planned(OWN).leg(Trigger.SCHEDULE);
      scene.api.bury(3);
      scene.leg(Trigger.SCHEDULE);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    }

    @Test
    void wins_over_what_the_same_run_has_published() {
      scene.api.before(4, () -> scene.api.bury(1));
      scene.planned(Plans.byId()).leg(Trigger.SCHEDULE);
      scene.clock.advance(SETTLED);
      scene.planned(OWN).leg(Trigger.SCHEDULE);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    }
  }

  @Nested
  class WhereLaterKnowledgeIsNotCertain {
    /** The list is read from a copy that lags: it shows what it showed a minute ago. */
    @Test
    void an_older_version_shown_within_the_settle_lag_does_not_win() {
      incremental();
      scene.api.edit(3);
      String edited = scene.api.truth().get("3");
      run(scene, OWN, Mode.INCREMENTAL);
      scene.api.edit(3, Scene.NOON.minusSeconds(3598));
      scene.clock.advance(Duration.ofSeconds(60));
      run(scene, OWN, Mode.INCREMENTAL);
      assertThat(scene.published().newest()).containsEntry("3", edited);
      assertThat(lines(3)).hasSize(3).allMatch(line -> line.generation() == 0);
    }

    @Test
    void it_wins_when_it_is_still_shown_later_and_runs_every_minute_do_not_put_that_off() {
      incremental();
      scene.api.edit(3);
      run(scene, OWN, Mode.INCREMENTAL);
      scene.api.edit(3, OLD);
      for (int minute = 0; minute < 5; minute++) {
        scene.clock.advance(Duration.ofSeconds(60));
        run(scene, OWN, Mode.INCREMENTAL);
      }
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
      int published = lines(3).size();
      run(scene, OWN, Mode.INCREMENTAL);
      assertThat(lines(3)).hasSize(published);
    }

    @Test
    void it_is_published_once_by_a_run_that_is_shown_it_twice() {
      Scene closing = new Scene(ApiShape.ascending(2), Plans.closing()).with(7);
      Instant shown = Scene.NOON.minusSeconds(600);
      for (long id = 1; id <= 6; id++) {
        closing.api.edit(id, shown.plusSeconds(id));
      }
      run(closing, Plans.closing(), Mode.INCREMENTAL);
      closing.api.edit(6, shown.plusMillis(5500));
      closing.clock.advance(Duration.ofSeconds(60));
      run(closing, Plans.closing(), Mode.INCREMENTAL);
      assertThat(closing.published().of("6")).hasSize(2);
    }

    @Test
    void what_one_run_shows_twice_is_decided_by_its_version() {
      scene.api.edit(1, Scene.NOON.minusSeconds(60));
      String newer = scene.api.truth().get("1");
      Scene ascending = new Scene(ApiShape.ascending(2), Plans.closing()).with(7);
      ascending.api.before(3, () -> ascending.api.edit(1, Scene.NOON.minusSeconds(60)));
      ascending.api.before(5, () -> ascending.api.edit(1, Scene.NOON.minusSeconds(90)));
      ascending.leg(Trigger.SCHEDULE);
      assertThat(newer).isNotNull();
      assertThat(ascending.published().lines()).allMatch(line -> line.generation() == 0);
      ascending.clock.advance(SETTLED);
      run(ascending, Plans.beside(Plans.closing(), ResourceKey.RECONCILE), Mode.RECONCILE);
      assertThat(ascending.published().newest()).isEqualTo(ascending.api.truth());
    }
  }

  @Nested
  class RunsBeside {
    @Test
    void a_refresh_of_a_raised_record_carries_its_generation() {
      raise();
      scene.api.edit(3, scene.clock.instant());
      refresh("3");
      theTruthIsPublished();
      assertThat(lines(3)).extracting(LandedLine::generation).containsExactly(0, 1, 1);
    }

    @Test
    void a_range_over_a_raised_record_carries_its_generation() {
      raise();
      scene.api.edit(3, OLD.plusSeconds(60));
      scene
          .planned(Plans.beside(OWN, "range-1"))
          .asking(
              new RunRequest(Mode.BACKFILL, OLD, OLD.plus(Duration.ofDays(1)), null, List.of()));
      assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Completed.class);
      theTruthIsPublished();
    }

    @Test
    void what_a_refresh_shows_that_goes_back_is_judged_by_the_next_run_of_the_resources_own() {
      incremental();
      scene.api.edit(3, OLD);
      refresh("3");
      assertThat(scene.published().newest()).isNotEqualTo(scene.api.truth());
      incremental();
      theTruthIsPublished();
    }

    private void raise() {
      incremental();
      scene.api.edit(3, OLD);
      incremental();
      theTruthIsPublished();
    }

    private void refresh(String id) {
      scene
          .planned(Plans.beside(OWN, "refresh-1"))
          .asking(new RunRequest(Mode.REFRESH, null, null, null, List.of(id)));
      assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Completed.class);
    }
  }

  @Test
  void past_the_bound_a_record_that_was_raised_is_still_published_above_its_generation() {
    incremental();
    scene.api.edit(7, OLD);
    incremental();
    scene.clock.advance(SETTLED);
    scene.api.edit(7, scene.clock.instant());
    run(scene, Plans.bounded(OWN, 3), Mode.INCREMENTAL);
    theTruthIsPublished();
  }

  private void incremental() {
    scene.clock.advance(SETTLED);
    run(scene, OWN, Mode.INCREMENTAL);
    scene.clock.advance(SETTLED);
  }

  private void reconcile() {
    scene.clock.advance(SETTLED);
    run(scene, RECONCILE, Mode.RECONCILE);
    scene.clock.advance(SETTLED);
  }

  private static void run(Scene scene, ResourcePlan plan, Mode mode) {
    assertThat(scene.planned(plan).asking(RunRequest.of(mode)).leg(Trigger.SCHEDULE))
        .isInstanceOf(LegOutcome.Completed.class);
  }

  private void theTruthIsPublished() {
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  private List<LandedLine> lines(long id) {
    return scene.published().of(Long.toString(id));
  }
}
