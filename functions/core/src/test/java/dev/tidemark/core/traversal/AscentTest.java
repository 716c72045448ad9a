package dev.tidemark.core.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AscentTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant NOW = START.plusSeconds(600);

  private static Ascent page(
      @Nullable Instant noJumpBefore, @Nullable Instant before, long... seconds) {
    Watermark high = before == null ? null : at(before);
    Ascent ascent = new Ascent(noJumpBefore, NOW, high);
    for (long second : seconds) {
      ascent.see(at(START.plusSeconds(second)));
    }
    return ascent;
  }

  private static Watermark at(Instant time) {
    return new Watermark(time, time.toString());
  }

  @Test
  void a_page_that_needed_no_cursor_is_trusted() {
    assertThat(page(null, null, 1, 2, 3).trusted()).isEqualTo(at(START.plusSeconds(3)));
  }

  @Test
  void a_page_that_shows_a_record_from_before_any_jump_is_trusted() {
    assertThat(page(START, null, -10, 5).trusted()).isEqualTo(at(START.plusSeconds(5)));
  }

  @Test
  void a_page_of_young_records_only_may_lie_behind_a_jump() {
    assertThat(page(START, null, 1, 2, 3).trusted()).isNull();
  }

  @Test
  void a_clock_that_is_a_second_off_proves_nothing() {
    assertThat(page(START, null, -1, 3).trusted()).isNull();
  }

  @Test
  void a_record_from_the_future_is_counted_and_never_trusted() {
    Ascent ascent = page(null, null, 1, 700);
    assertThat(ascent.future()).isEqualTo(1);
    assertThat(ascent.trusted()).isEqualTo(at(START.plusSeconds(1)));
    assertThat(ascent.ordered()).isTrue();
  }

  @Test
  void an_older_record_behind_a_newer_one_is_out_of_order() {
    assertThat(page(null, null, 1, 1, 2).ordered()).isTrue();
    assertThat(page(null, null, 2, 1).ordered()).isFalse();
  }

  @Test
  void a_page_behind_a_cursor_must_not_begin_below_the_page_before() {
    assertThat(page(START, START.plusSeconds(5), 4).ordered()).isFalse();
    assertThat(page(null, START.plusSeconds(5), 4).ordered()).isTrue();
  }

  @Test
  void an_empty_page_proves_nothing_and_breaks_nothing() {
    assertThat(page(null, null).trusted()).isNull();
    assertThat(page(START, START).ordered()).isTrue();
  }
}
