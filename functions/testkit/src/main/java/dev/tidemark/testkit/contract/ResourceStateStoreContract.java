package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a {@link ResourceStateStore} owes. */
public abstract class ResourceStateStoreContract {
  private final ResourceKey key = OwnKey.draw();

  /** A client of the store as another invocation has it: all of them see the same states. */
  protected abstract ResourceStateStore connect();

  /** Makes the stored state of {@code key}, which exists, unreadable. */
  protected abstract void damage(ResourceKey key);

  @Test
  void a_resource_that_was_never_run_reads_as_never_run() {
    assertThat(connect().read(key)).isEqualTo(ResourceState.NEVER_RUN);
  }

  @Test
  void what_was_written_is_read_by_everyone_at_once_in_every_field() {
    ResourceState before = ResourceState.NEVER_RUN;
    for (ResourceState next : SampleStates.chain()) {
      assertThat(connect().write(key, before, next)).isEqualTo(new Write.Written());
      assertThat(connect().read(key)).isEqualTo(next);
      before = next;
    }
  }

  @Test
  void the_longest_cursors_that_a_state_can_have_are_kept() {
    ResourceState longest = SampleStates.ofCursors("\u00e4".repeat(Cursor.MAX_BYTES / 2));
    assertThat(connect().write(key, ResourceState.NEVER_RUN, longest))
        .isEqualTo(new Write.Written());
    assertThat(connect().read(key)).isEqualTo(longest);
  }

  @Test
  void variants_of_a_resource_are_kept_apart() {
    ResourceStateStore store = connect();
    store.write(key, ResourceState.NEVER_RUN, first());
    assertThat(store.read(key.beside("reconcile"))).isEqualTo(ResourceState.NEVER_RUN);
  }

  @Nested
  class WhenTheStoredRevisionIsNotTheExpectedOne {
    @Test
    void an_older_expectation_is_refused_and_told_what_is_stored() {
      ResourceStateStore store = connect();
      store.write(key, ResourceState.NEVER_RUN, first());
      store.write(key, first(), second());
      assertThat(connect().write(key, first(), third())).isEqualTo(new Write.Refused(second()));
      assertThat(store.read(key)).isEqualTo(second());
    }

    @Test
    void a_first_write_is_refused_where_there_is_a_state() {
      ResourceStateStore store = connect();
      store.write(key, ResourceState.NEVER_RUN, first());
      assertThat(connect().write(key, ResourceState.NEVER_RUN, first()))
          .isEqualTo(new Write.Refused(first()));
    }

    @Test
    void an_expectation_of_something_is_refused_where_there_is_nothing() {
      assertThat(connect().write(key, first(), second()))
          .isEqualTo(new Write.Refused(ResourceState.NEVER_RUN));
      assertThat(connect().read(key)).isEqualTo(ResourceState.NEVER_RUN);
    }

    @Test
    void a_write_repeated_after_a_lost_answer_is_refused_with_what_it_wrote_itself() {
      ResourceStateStore store = connect();
      store.write(key, ResourceState.NEVER_RUN, first());
      store.write(key, first(), second());
      assertThat(store.write(key, first(), second())).isEqualTo(new Write.Refused(second()));
    }
  }

  @Test
  void of_many_writers_on_the_same_state_exactly_one_succeeds() throws Exception {
    exactlyOneSucceeds(ResourceState.NEVER_RUN, 1);
    exactlyOneSucceeds(connect().read(key), 2);
  }

  private void exactlyOneSucceeds(ResourceState stored, long revision) throws Exception {
    List<Callable<Write>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ResourceState mine = state(revision, "writer-" + i);
      writers.add(() -> connect().write(key, stored, mine));
    }
    List<Write> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
      for (Future<Write> answer : threads.invokeAll(writers)) {
        answers.add(answer.get());
      }
    }
    ResourceState winner = connect().read(key);
    assertThat(answers).filteredOn(Write.Written.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Write.Refused.class::isInstance)
        .hasSize(7)
        .allMatch(answer -> answer.equals(new Write.Refused(winner)));
  }

  @Test
  void the_keys_of_a_connection_are_listed_with_their_variants_and_no_others() {
    List<ResourceKey> mine = new ArrayList<>();
    ResourceStateStore store = connect();
    for (int i = 0; i < 30; i++) {
      mine.add(ResourceKey.of(key.connection(), "resource-" + i));
    }
    mine.add(key.beside("reconcile"));
    mine.forEach(one -> store.write(one, ResourceState.NEVER_RUN, first()));
    store.write(OwnKey.draw(), ResourceState.NEVER_RUN, first());
    assertThat(connect().keys(key.connection())).containsExactlyInAnyOrderElementsOf(mine);
  }

  @Test
  void a_damaged_state_is_an_error_that_names_its_place_and_never_absence() {
    ResourceStateStore store = connect();
    store.write(key, ResourceState.NEVER_RUN, first());
    damage(key);
    assertThatThrownBy(() -> connect().read(key))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContaining(key.connection())
        .hasMessageContaining(key.resource());
    assertThatThrownBy(() -> connect().write(key, ResourceState.NEVER_RUN, second()))
        .isInstanceOf(DamagedStateException.class);
  }

  private static ResourceState first() {
    return state(1, "first");
  }

  private static ResourceState second() {
    return state(2, "second");
  }

  private static ResourceState third() {
    return state(2, "third");
  }

  private static ResourceState state(long revision, String writer) {
    return new ResourceState(
        1, revision, writer, null, 0, new Phase.InFlight(SampleStates.begun()), null);
  }
}
