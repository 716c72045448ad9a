package dev.tidemark.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.state.Span.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Span EMPTY = new Span(Given.RUN, Given.NOW, 0, List.of());

  @Test
  void an_empty_span_has_no_sequence() {
    assertThat(EMPTY.sequences()).isEmpty();
  }

  @Test
  void stored_batches_follow_one_another_from_1() {
    assertThat(EMPTY.stored().stored().stored().sequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void holes_that_touch_become_one() {
    Span span = EMPTY.hole().hole().stored().hole().stored().hole().hole().hole();
    assertThat(span.last()).isEqualTo(8);
    assertThat(span.holes()).containsExactly(new Hole(1, 2), new Hole(4, 4), new Hole(6, 8));
    assertThat(span.sequences()).containsExactly(3L, 5L);
  }

  @Test
  void any_mixture_has_exactly_the_sequences_that_were_stored() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      Span span = EMPTY;
      List<Long> stored = new ArrayList<>();
      for (long n = 1; n <= 60; n++) {
        boolean hole = random.nextBoolean();
        span = hole ? span.hole() : span.stored();
        if (!hole) {
          stored.add(n);
        }
      }
      assertThat(span.sequences().boxed()).as("seed %s", seed).isEqualTo(stored);
    }
  }

  @Test
  void a_long_stretch_without_news_takes_one_hole() {
    Span span = EMPTY;
    for (long n : LongStream.rangeClosed(1, 5000).toArray()) {
      assertThat(span.last()).isEqualTo(n - 1);
      span = span.hole();
    }
    assertThat(span.holes()).containsExactly(new Hole(1, 5000));
  }

  @Test
  void a_sequence_below_0_is_refused() {
    assertThatThrownBy(() -> new Span(Given.RUN, Given.NOW, -1, List.of()))
        .hasMessage("sequence < 0: -1");
  }
}
