package dev.tidemark.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.protocol.Exploration.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every world of the protocol keeps its promises; each search prints how many there were. Quick
 * with sources of two pages at most, deeper of three where that is much more.
 */
class ProtocolExplorationTest {
  private static final int FEW = 300;
  private static final int PAGES = Depth.of(2, 3);
  private static final NormalForm WHOLE = new NormalForm(false, false);
  private static final NormalForm COUNTING = new NormalForm(true, true);
  private static final NormalForm PLAIN = new NormalForm(false, true);

  @Test
  @Tag("deep")
  void two_owners_keep_every_promise_in_every_world_and_can_always_complete() {
    Result result = Exploration.of(new Source(PAGES, true), Break.NONE, WHOLE).run(World.empty());
    print(result, "two owners");
    holds(result);
    assertThat(result.worlds()).isGreaterThan(Depth.of(15_000, 40_000));
  }

  @Test
  @Tag("deep")
  void claims_that_are_counted_break_no_promise() {
    Result result =
        Exploration.of(new Source(PAGES, true), Break.NONE, COUNTING).run(World.empty());
    print(result, "two owners whose claims are counted");
    holds(result);
    assertThat(result.worlds()).isGreaterThan(Depth.of(25_000, 80_000));
  }

  @Test
  @Tag("deep")
  void a_person_who_interferes_breaks_no_promise() {
    World start = World.empty().withVerbs(Depth.of(1, 2));
    Result result = Exploration.of(new Source(2, true), Break.NONE, PLAIN).run(start);
    print(result, "two owners and a person");
    holds(result);
    assertThat(result.worlds()).isGreaterThan(Depth.of(25_000, 60_000));
  }

  @Test
  @Tag("deep")
  void an_object_that_belongs_elsewhere_is_never_published() {
    World start = World.empty().expectingForeign();
    Result result = Exploration.of(new Source(3, true), Break.NONE, PLAIN).run(start);
    print(result, "two owners and a foreign object");
    assertThat(result.violation()).as("%s", result.trace()).isNull();
  }

  @Test
  @Tag("deep")
  void a_reconcile_that_enters_the_same_index_breaks_no_promise() {
    World start = World.empty().besideAReconcile();
    Result result = Exploration.of(new Source(2, true), Break.NONE, PLAIN).run(start);
    print(result, "two owners beside a reconcile");
    holds(result);
  }

  @Test
  @Tag("deep")
  void a_run_that_begins_anew_without_its_cursor_breaks_no_promise() {
    Result result = Exploration.of(new Source(3, false), Break.NONE, PLAIN).run(World.empty());
    print(result, "two owners whose walk begins anew without its cursor");
    holds(result);
  }

  /** As after a state that was restored from a backup. */
  @Test
  void two_owners_adopt_any_number_of_batches_that_lie_ahead() {
    Source source = new Source(3, true);
    for (int count = 1; count <= 3; count++) {
      Result result = Exploration.of(source, Break.NONE, PLAIN).run(World.behind(source, count));
      print(result, "two owners and " + count + " batches that lie ahead");
      holds(result);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_broken_protocol_is_found_out(Break broken) {
    boolean beside = broken == Break.UNCONDITIONAL_INDEX;
    World start =
        beside ? World.empty().besideAReconcile() : World.empty().withVerbs(1).expectingForeign();
    Result result =
        Exploration.of(
                new Source(beside ? 2 : 3, true),
                broken,
                new NormalForm(false, !broken.harmsWhenStale()))
            .run(start);
    System.out.println(broken + ": " + result.violation() + " after " + result.trace());
    assertThat(result.violation()).isNotNull();
  }

  private static void holds(Result result) {
    assertThat(result.violation()).as("%s", result.trace()).isNull();
    assertThat(result.trace()).as("a way into a world without a way to completion").isEmpty();
  }

  private static void print(Result result, String who) {
    assertThat(result.worlds()).as("worlds of %s", who).isGreaterThan(FEW);
    System.out.println(
        who + ": " + result.worlds() + " worlds, " + result.steps() + " steps between them");
  }
}
