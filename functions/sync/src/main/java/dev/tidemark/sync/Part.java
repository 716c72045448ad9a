package dev.tidemark.sync;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that is made once, for whoever asks first. Making the parts of a cold start beside each
 * other lets it wait for the slowest instead of for all of them.
 */
final class Part<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private final FutureTask<T> task;

  private Part(Supplier<T> maker) {
    this.maker = maker;
    this.task = new FutureTask<>(maker::get);
  }

  /** Is made by a thread of its own from now on. */
  static <T> Part<T> atOnce(Supplier<T> maker) {
    Part<T> part = new Part<>(maker);
    Thread.ofPlatform().daemon().start(part.task);
    return part;
  }

  /** Is made when it is asked for. */
  static <T> Part<T> onDemand(Supplier<T> maker) {
    return new Part<>(maker);
  }

  @Override
  public T get() {
    // Does nothing once another thread makes it, or has made it.
    task.run();
    try {
      return task.get();
    } catch (ExecutionException failed) {
      // A failure is not kept: whoever asks tries for themselves, and sees what it is.
      return maker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
