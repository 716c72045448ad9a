package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.state.Progress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next stride while the last one is being stored: one thread reads, another compresses,
 * and the leg's own stores. It is ahead by one stride at most.
 */
final class ReadAhead implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(50);

  /**
   * How long a page in flight may still take once the leg was asked to stop; then it is broken off.
   */
  private static final int GRACE = 30;

  /** How long the pages before it may take to be handed over. */
  private static final int END = 60;

  private final SynchronousQueue<Result> handOver = new SynchronousQueue<>();
  private final ExecutorService compressor;
  private final Thread reading;

  private sealed interface Result {
    record Read(Stride stride) implements Result {}

    record Threw(Throwable cause) implements Result {}
  }

  ReadAhead(ExecutorService compressor, Assembler assembler, Progress from) {
    this.compressor = compressor;
    this.reading = Thread.ofVirtual().name("tidemark-read").start(() -> readAll(assembler, from));
  }

  /** The thread that compresses; one step after the other. */
  static ExecutorService compressor() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("tidemark-compress").factory());
  }

  /**
   * The next stride; waits for it. Null if the leg was asked to stop and the page in flight did not
   * end in time.
   */
  @Nullable Stride next(Budget budget) throws InterruptedException {
    int looks = 0;
    while (looks < END) {
      Result result = handOver.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      if (result instanceof Result.Read(Stride stride)) {
        return stride;
      }
      if (result instanceof Result.Threw(Throwable cause)) {
        throw new IllegalStateException("reading failed: " + cause, cause);
      }
      looks = budget.stop().getAsBoolean() ? looks + 1 : 0;
      if (looks == GRACE) {
        reading.interrupt();
      }
    }
    return null;
  }

  /**
   * Breaks off what is being read; false if it does not end in time, so that no other thread may
   * read yet.
   */
  boolean breakOff() throws InterruptedException {
    reading.interrupt();
    return reading.join(LOOK.multipliedBy(END));
  }

  @Override
  public void close() {
    reading.interrupt();
    compressor.shutdown();
  }

  private void readAll(Assembler assembler, Progress from) {
    try {
      Progress progress = from;
      Stride stride;
      do {
        stride = assembler.next(progress);
        handOver.put(new Result.Read(stride));
        progress = stride.after();
      } while (stride.stop() instanceof StopReason.Full);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  private void report(Throwable cause) {
    try {
      handOver.put(new Result.Threw(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
