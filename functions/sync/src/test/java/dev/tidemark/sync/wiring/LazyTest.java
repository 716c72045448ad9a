package dev.tidemark.sync.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LazyTest {
  private final AtomicInteger attempts = new AtomicInteger();

  /** Fails so many times, and gives a client of its own then. */
  private Object make(int failures) {
    if (attempts.incrementAndGet() <= failures) {
      throw new IllegalStateException("attempt " + attempts);
    }
    return new Object();
  }

  @Test
  void that_failed_to_start_once_is_made_once_more_and_kept() {
    Lazy<Object> part = Lazy.onDemand(() -> make(1));
    Object made = part.get();
    for (int call = 0; call < 10; call++) {
      assertThat(part.get()).isSameAs(made);
    }
    assertThat(attempts).hasValue(2);
  }

  @Test
  void that_was_begun_beside_the_others_and_failed_is_made_for_whoever_asks() {
    Lazy<Object> part = Lazy.atOnce(() -> make(1));
    assertThat(part.get()).isSameAs(part.get());
    assertThat(attempts).hasValue(2);
  }

  @Test
  void that_cannot_be_made_says_why_and_is_tried_once_a_call() {
    Lazy<Object> part = Lazy.onDemand(() -> make(4));
    assertThatThrownBy(part::get).hasMessage("attempt 2");
    assertThatThrownBy(part::get).hasMessage("attempt 3");
    assertThatThrownBy(part::get).hasMessage("attempt 4");
    assertThat(part.get()).isSameAs(part.get());
    assertThat(attempts).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void that_many_ask_for_at_once_is_one(int failures) {
    Lazy<Object> part = Lazy.atOnce(() -> make(failures));
    Set<Object> made = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 64).parallel().forEach(_ -> made.add(part.get()));
    assertThat(made).hasSize(1);
    assertThat(attempts).hasValue(failures + 1);
  }
}
