package dev.tidemark.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CycleGuardTest {
  /**
   * Cursors until the guard speaks, on a walk of {@code tail} cursors that ends in a circle; -1 if
   * it never does.
   */
  private static int stepsUntilFound(int tail, int length) {
    CycleGuard guard = CycleGuard.START;
    for (int i = 0; i < 10 * (tail + length + 1); i++) {
      int at = i < tail ? i : tail + (i - tail) % length;
      if (guard.closes("c" + at)) {
        return i;
      }
      guard = guard.step("c" + at);
    }
    return -1;
  }

  @Test
  void every_circle_behind_every_tail_is_found_soon() {
    for (int tail = 0; tail <= 60; tail++) {
      for (int length = 1; length <= 50; length++) {
        assertThat(stepsUntilFound(tail, length))
            .as("tail %s, circle %s", tail, length)
            .isBetween(tail + length, 3 * (tail + length));
      }
    }
  }

  @Test
  void a_walk_that_goes_on_is_never_stopped() {
    CycleGuard guard = CycleGuard.START;
    for (int i = 0; i < 100_000; i++) {
      assertThat(guard.closes("c" + i)).isFalse();
      guard = guard.step("c" + i);
    }
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> new CycleGuard("", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CycleGuard("", 1, 2)).hasMessage("not 0 <= steps <= power: 2, 1");
  }
}
