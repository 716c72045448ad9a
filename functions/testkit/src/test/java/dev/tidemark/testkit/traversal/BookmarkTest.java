package dev.tidemark.testkit.traversal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that go on from the API's own bookmark. */
class BookmarkTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Scene scene = new Scene(ApiShape.byChange(2), Plans.unordered());

  @Test
  void one_that_is_refused_at_the_start_gives_way_to_the_time_before_the_last_walk_ended() {
    landSeven();
    scene.api.edit(3);
    scene.api.expireCursors();
    int before = scene.api.served().size();
    complete();
    List<PageRequest> asked = requests(before);
    assertThat(asked.getFirst().cursor()).isNotNull();
    assertThat(asked.get(1).cursor()).isNull();
    assertThat(asked.get(1).from()).isEqualTo(Scene.NOON.minusSeconds(300));
    settledOnce(8);
  }

  @Test
  void one_of_another_query_is_not_asked_for() {
    landSeven();
    scene.api.edit(3);
    scene.planned(Plans.querying(Plans.unordered(), "another query"));
    int before = scene.api.served().size();
    complete();
    assertThat(requests(before).getFirst().cursor()).isNull();
    assertThat(requests(before).getFirst().from()).isEqualTo(Scene.NOON.minusSeconds(300));
    settledOnce(8);
  }

  @Test
  void one_that_is_refused_in_mid_walk_gives_way_to_that_time_too() {
    landSeven();
    for (long id = 1; id <= 5; id++) {
      scene.api.edit(id);
    }
    int before = scene.api.served().size();
    scene.api.failing(before + 2, new ApiFault.CursorRejected());
    complete();
    assertThat(requests(before).get(2).cursor()).isNull();
    assertThat(requests(before).get(2).from()).isEqualTo(Scene.NOON.minusSeconds(300));
    settledOnce(12);
  }

  @Test
  void the_run_after_one_that_was_refused_goes_on_from_the_new_one() {
    landSeven();
    scene.api.edit(3);
    scene.api.expireCursors();
    complete();
    scene.api.edit(4);
    int before = scene.api.served().size();
    complete();
    assertThat(requests(before)).hasSize(1);
    settledOnce(9);
  }

  @Test
  void a_first_run_with_nothing_to_return_keeps_none_and_the_next_one_begins_anew() {
    complete();
    assertThat(checkpoint().bookmark().cursor()).isNull();
    scene.api.addAll(7, Scene.NOON.minusSeconds(86_400));
    complete();
    settledOnce(7);
    assertThat(checkpoint().bookmark().cursor()).isNotNull();
  }

  @Test
  void the_last_one_is_kept_where_the_api_gives_none() {
    landSeven();
    String kept = requireNonNull(checkpoint().bookmark().cursor());
    scene.readingBy((request, sink) -> withoutBookmark(request));
    complete();
    assertThat(checkpoint().bookmark().cursor()).isEqualTo(kept);
    scene.readingBy(scene.api);
    scene.api.edit(2);
    int before = scene.api.served().size();
    complete();
    Cursor sent = requireNonNull(requests(before).getFirst().cursor());
    assertThat(sent.text()).isEqualTo(kept);
    settledOnce(8);
  }

  private PageOutcome withoutBookmark(PageRequest request) {
    assertThat(request.cursor()).isNotNull();
    return new PageOutcome.Delivered(null, null, null, scene.clock.instant());
  }

  private void landSeven() {
    scene.with(7);
    complete();
  }

  private void complete() {
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    scene.clock.advance(HOUR);
  }

  private void settledOnce(int lines) {
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).hasSize(lines).doesNotHaveDuplicates();
  }

  private List<PageRequest> requests(int after) {
    return scene.api.served().stream().skip(after).map(served -> served.request()).toList();
  }

  private Checkpoint checkpoint() {
    return requireNonNull(scene.state().checkpoint());
  }
}
