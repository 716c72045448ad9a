package dev.tidemark.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelReadsTest {
  private final ParallelReads reads = new ParallelReads();

  @Test
  void sixteen_are_under_way_at_once_and_no_more() {
    AtomicInteger underWay = new AtomicInteger();
    CyclicBarrier full = new CyclicBarrier(16);
    List<Integer> keys = IntStream.range(0, 64).boxed().toList();
    assertThat(
            reads.all(
                keys,
                key -> {
                  assertThat(underWay.incrementAndGet()).isLessThanOrEqualTo(16);
                  await(full);
                  underWay.decrementAndGet();
                  return key;
                }))
        .isEqualTo(keys);
  }

  @Test
  void the_first_that_failed_in_the_order_of_the_keys_is_told() {
    assertThatThrownBy(() ->
            reads.all(
                List.of(1, 2, 3),
                key -> {
                  if (key > 1) {
                    throw new IllegalStateException("no " + key);
                  }
                  return key;
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no 2");
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("fewer than sixteen", e);
    }
  }
}
