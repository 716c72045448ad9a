package dev.tidemark.sync.wiring;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Something that is made once, at its first use; after a failure, once more at each use until it is
 * made. Making the parts of a cold start beside each other lets it wait for the slowest instead of
 * for all of them.
 */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private final AtomicReference<FutureTask<T>> task;

  private Lazy(Supplier<T> maker) {
    this.maker = maker;
    this.task = new AtomicReference<>(new FutureTask<>(maker::get));
  }

  /** Is made by a thread of its own from now on. */
  static <T> Lazy<T> atOnce(Supplier<T> maker) {
    Lazy<T> part = new Lazy<>(maker);
    Thread.ofPlatform().daemon().start(part.task.get());
    return part;
  }

  /** Is made when it is asked for. */
  static <T> Lazy<T> onDemand(Supplier<T> maker) {
    return new Lazy<>(maker);
  }

  @Override
  public T get() {
    FutureTask<T> made = task.get();
    try {
      return made(made);
    } catch (ExecutionException failed) {
      return again(made);
    }
  }

  /** A failure is not kept: it is tried once more, and all callers share that result. */
  private T again(FutureTask<T> failed) {
    FutureTask<T> fresh = new FutureTask<>(maker::get);
    task.compareAndSet(failed, fresh);
    try {
      return made(task.get());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException("a part cannot be made", e);
      }
    }
  }

  private T made(FutureTask<T> wanted) throws ExecutionException {
    // Does nothing once another thread makes it, or has made it.
    wanted.run();
    try {
      return wanted.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
