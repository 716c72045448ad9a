package dev.tidemark.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs make a state. */
class StateRunsTest {
  private final Bucket bucket = new Bucket();

  private void run(String name, int completed, int form, boolean promotes) {
    bucket.manifest(
        name,
        """
        {"schema":1,"connection":"acme","resource":"deals","run":"%s","mode":"incremental",
         "startedAt":"2026-03-01T12:00:00Z","completedAt":"2026-03-01T13:00:0%dZ",
         "schemaVersion":%d,"checkpoint":%s,"objects":[]}
        """
            .formatted(name, completed, form, promotes ? "{}" : "null"));
  }

  private List<String> names(List<PublishedRun> runs) {
    return runs.stream().map(PublishedRun::run).toList();
  }

  private List<PublishedRun> all() {
    return new Lake(bucket).runs(ResourceKey.of("acme", "deals"));
  }

  @Test
  void another_schema_version_replaces_the_one_before_as_soon_as_it_was_walked() {
    run("a", 1, 1, true);
    run("b", 2, 1, true);
    run("c", 3, 2, false);
    assertThat(names(StateRuns.of(all()))).containsExactly("a", "b");
    run("d", 4, 2, true);
    assertThat(names(StateRuns.of(all()))).containsExactly("c", "d");
  }

  @Test
  void going_back_to_a_version_publishes_under_it_again() {
    run("a", 1, 1, true);
    run("b", 2, 2, true);
    run("c", 3, 1, true);
    assertThat(names(StateRuns.of(all()))).containsExactly("a", "c");
  }

  @Test
  void a_trial_alone_is_a_state_and_no_run_is_none() {
    assertThat(StateRuns.of(all())).isEmpty();
    run("a", 1, 2, false);
    assertThat(names(StateRuns.of(all()))).containsExactly("a");
  }

  @Test
  void as_of_a_run_is_what_was_completed_by_then() {
    run("a", 1, 1, true);
    run("b", 3, 1, true);
    run("c", 2, 1, true);
    assertThat(names(StateRuns.asOf(all(), all().get(2)))).containsExactly("a", "c");
  }
}
