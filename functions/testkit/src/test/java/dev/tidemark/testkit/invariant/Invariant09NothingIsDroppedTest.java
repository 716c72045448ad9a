package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Tally;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Invariant09NothingIsDroppedTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);

  @Test
  void a_record_that_comes_again_with_the_same_bytes_is_not_published_again() {
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofHours(1));
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.published().manifests()).hasSize(2);
    assertThat(scene.published().records()).hasSize(7);
  }

  @Test
  void a_record_whose_bytes_changed_and_whose_version_did_not_is_published() {
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofHours(1));
    scene.api.rewrite(7);
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.published().records()).hasSize(8);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void past_the_bound_of_the_index_records_are_published_again_rather_than_lost() {
    scene.planned(Plans.bounded(Plans.ascending(), 2));
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofHours(1));
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSizeGreaterThan(7);
  }

  @Nested
  class WhatCannotBeARecord {
    @Test
    void is_set_aside_with_its_bytes_the_reason_and_the_request_id() {
      scene.api.addOdd(100, Scene.NOON.minusSeconds(3700));
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      List<String> keys = scene.lake.keys("rejected/");
      assertThat(keys).hasSize(1);
      assertThat(scene.lake.texts(keys.getFirst()))
          .singleElement()
          .asString()
          .startsWith("{\"rejected\":{\"updated_at\":\"2026-03-01T10:58:20.000Z\",\"edits\":0}")
          .contains("\"reason\":\"no id\"", "\"requestId\":\"req-1\"");
      assertThat(tally().records().rejected()).isEqualTo(1);
      assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    }

    @Test
    void fails_the_run_before_it_is_published_where_it_is_much() {
      for (int id = 100; id < 110; id++) {
        scene.api.addOdd(id, Scene.NOON.minusSeconds(3700 + id));
      }
      assertThat(scene.leg(Trigger.SCHEDULE))
          .isInstanceOfSatisfying(
              LegOutcome.Failed.class,
              failed -> assertThat(failed.failure().reason()).contains("10 of 17", "rejected/"));
      assertThat(scene.published().manifests()).isEmpty();
      assertThat(scene.lake.keys("rejected/")).isNotEmpty();
    }

    @Test
    void does_not_fail_the_run_where_it_is_little() {
      scene.with(300);
      for (int id = 1000; id < 1010; id++) {
        scene.api.addOdd(id, Scene.NOON.minusSeconds(3700 + id));
      }
      assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
      assertThat(tally().records().rejected()).isEqualTo(10);
    }

    private Tally tally() {
      return scene.published().manifests().getFirst().seal().progress().tally();
    }
  }
}
