package dev.tidemark.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that come again show that a walk goes nowhere, and one that comes once more does not. */
class PageGuardTest {
  private static PageGuard after(String... pages) {
    return after(false, pages);
  }

  private static PageGuard after(boolean rereads, String... pages) {
    PageGuard guard = PageGuard.START;
    for (String page : pages) {
      guard = guard.step(page, rereads);
    }
    return guard;
  }

  @Test
  void one_page_four_times_in_a_row_is_no_progress() {
    assertThat(after("a", "a", "a").stuck()).isFalse();
    assertThat(after("a", "a", "a", "a").stuck()).isTrue();
    assertThat(after("x", "y", "z", "z", "z", "z").stuck()).isTrue();
  }

  @Test
  void a_page_that_comes_once_more_and_goes_on_is_progress() {
    assertThat(after("a", "a", "a", "b", "c", "d", "e").stuck()).isFalse();
    assertThat(after("a", "a", "b", "c", "d", "d", "e").stuck()).isFalse();
  }

  @Test
  void pages_that_each_come_twice_are_a_position_that_is_rounded_down() {
    assertThat(after("a", "a", "c", "c", "e", "e").stuck()).isTrue();
  }

  @Test
  void they_are_progress_where_the_walk_itself_asks_for_each_again() {
    assertThat(after(true, "a", "a", "c", "c", "e", "e", "g", "g").stuck()).isFalse();
    assertThat(after(true, "a", "a", "c", "c", "c", "c").stuck()).isTrue();
  }

  @Test
  void pages_without_records_say_nothing() {
    assertThat(after("a", "", "a", "", "a").stuck()).isFalse();
    assertThat(after("", "", "", "", "")).isEqualTo(PageGuard.START);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 40})
  void a_circle_of_pages_is_found_within_five_rounds(int length) {
    PageGuard guard = PageGuard.START;
    for (int i = 0; i < 5 * length; i++) {
      guard = guard.step("page " + i % length, false);
    }
    assertThat(guard.stuck()).isTrue();
  }

  @Test
  void a_long_walk_over_different_pages_never_is() {
    PageGuard guard =
        IntStream.range(0, 5000)
            .mapToObj(Integer::toString)
            .reduce(PageGuard.START, (all, page) -> all.step(page, false), (a, _) -> a);
    assertThat(guard.stuck()).isFalse();
  }
}
