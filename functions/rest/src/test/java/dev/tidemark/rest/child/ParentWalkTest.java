package dev.tidemark.rest.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A walk over parents, and its text. */
class ParentWalkTest {
  static Stream<ParentWalk> walks() {
    return Stream.of(
        ParentWalk.START,
        new ParentWalk(
            List.of("1", "\"a\""),
            List.of("7", "\"b\""),
            "next",
            "child",
            2,
            new Visits(9, 4, 3),
            2,
            77),
        new ParentWalk(List.of("1"), List.of(), null, "child", 0, new Visits(9, 4, 0), 0, -5),
        new ParentWalk(List.of(), List.of(), "next", null, 0, Visits.NONE, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("walks")
  void is_read_back_as_it_was_written(ParentWalk walk) {
    assertThat(ParentWalk.of(walk.text())).isEqualTo(walk);
  }

  @Test
  void that_an_earlier_version_wrote_counts_from_there() {
    assertThat(ParentWalk.of("{\"todo\":[\"1\"],\"next\":null,\"child\":null}"))
        .isEqualTo(ParentWalk.at(List.of("1"), null, Visits.NONE));
  }

  @Test
  void a_parent_whose_children_were_read_on_the_page_before_is_not_walked_again() {
    ParentWalk walk = ParentWalk.START.onto(List.of("1", "2", "3"), "by time of 2");
    for (int read = 0; read < 3; read++) {
      walk = Objects.requireNonNull(walk.behindFirst(Visits.NONE));
    }
    ParentWalk second = walk.onto(List.of("2", "3", "4"), null);
    assertThat(second.todo()).containsExactly("4");
    assertThat(second.done()).containsExactly("2", "3");
  }
}
