package dev.tidemark.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WalkTest {
  private static final Instant FROM = Given.NOW;
  private static final Walk WALK =
      Walk.begin("query", FROM, FROM.plusSeconds(9)).at(new Cursor("c1", FROM));

  @Test
  void the_same_place_is_the_same_input_whenever_its_cursor_was_given_out() {
    Walk later =
        Walk.begin("query", FROM, FROM.plusSeconds(9)).at(new Cursor("c1", FROM.plusSeconds(5)));
    assertThat(WALK.sameInput(later)).isTrue();
  }

  @Test
  void another_place_bound_or_query_is_another_input() {
    Instant until = FROM.plusSeconds(9);
    Cursor cursor = new Cursor("c1", FROM);
    assertThat(WALK.sameInput(Walk.begin("query", FROM, until))).isFalse();
    assertThat(WALK.sameInput(Walk.begin("query", FROM, until).at(new Cursor("c2", FROM))))
        .isFalse();
    assertThat(WALK.sameInput(Walk.begin("query", null, until).at(cursor))).isFalse();
    assertThat(WALK.sameInput(Walk.begin("query", FROM, null).at(cursor))).isFalse();
    assertThat(WALK.sameInput(Walk.begin("other", FROM, until).at(cursor))).isFalse();
  }
}
