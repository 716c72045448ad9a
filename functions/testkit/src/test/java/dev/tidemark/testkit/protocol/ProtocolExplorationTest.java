package dev.tidemark.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.protocol.Exploration.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/protocol.md quotes the number of worlds that this prints. */
class ProtocolExplorationTest {
  private static final NormalForm WHOLE = new NormalForm(false, false);
  private static final NormalForm COUNTING = new NormalForm(true, true);
  private static final NormalForm PLAIN = new NormalForm(false, true);

  @Test
  void two_owners_keep_every_promise_in_every_world_and_can_always_complete() {
    Result result = new Exploration(new Source(3), Break.NONE, WHOLE).run(World.empty());
    print(result, "two owners");
    holds(result);
    assertThat(result.worlds()).isGreaterThan(40_000);
  }

  @Test
  void claims_that_are_counted_break_no_promise() {
    Result result = new Exploration(new Source(3), Break.NONE, COUNTING).run(World.empty());
    print(result, "two owners whose claims are counted");
    holds(result);
    assertThat(result.worlds()).isGreaterThan(80_000);
  }

  @Test
  void a_person_who_interferes_breaks_no_promise() {
    World start = World.empty().withVerbs(2);
    Result result = new Exploration(new Source(2), Break.NONE, PLAIN).run(start);
    print(result, "two owners and a person");
    holds(result);
    assertThat(result.worlds()).isGreaterThan(60_000);
  }

  @Test
  void an_object_that_belongs_elsewhere_is_never_published() {
    World start = World.empty().expectingForeign();
    Result result = new Exploration(new Source(3), Break.NONE, PLAIN).run(start);
    print(result, "two owners and a foreign object");
    assertThat(result.violation()).as("%s", result.trace()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_broken_protocol_is_found_out(Break broken) {
    World start = World.empty().withVerbs(1).expectingForeign();
    Result result =
        new Exploration(new Source(3), broken, new NormalForm(false, !broken.harmsWhenStale()))
            .run(start);
    System.out.println(broken + ": " + result.violation() + " after " + result.trace());
    assertThat(result.violation()).isNotNull();
  }

  private static void holds(Result result) {
    assertThat(result.violation()).as("%s", result.trace()).isNull();
    assertThat(result.trace()).as("a way into a world without a way to completion").isEmpty();
  }

  private static void print(Result result, String who) {
    System.out.println(
        who + ": " + result.worlds() + " worlds, " + result.steps() + " steps between them");
  }
}
