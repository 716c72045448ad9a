package dev.tidemark.lake.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes many small reads at once, on as many virtual threads as connections are worth opening. */
final class ParallelReads {
  private static final int AT_ONCE = 16;

  /**
   * What {@code read} gives for each of {@code keys}, in their order.
   *
   * @throws RuntimeException the first read's that failed, in that order
   */
  <K, V> List<V> all(List<K> keys, Function<K, V> read) {
    int threads = Math.min(AT_ONCE, keys.size());
    if (threads <= 1) {
      return keys.stream().map(read).toList();
    }
    try (ExecutorService readers =
        Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
      List<Callable<V>> calls = new ArrayList<>();
      keys.forEach(key -> calls.add(() -> read.apply(key)));
      List<V> values = new ArrayList<>();
      for (Future<V> future : readers.invokeAll(calls)) {
        values.add(value(future));
      }
      return values;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + keys.size() + " objects", e);
    }
  }

  private static <V> V value(Future<V> read) throws InterruptedException {
    try {
      return read.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failed) {
        throw failed;
      }
      throw new IllegalStateException("a read failed", e.getCause());
    }
  }
}
