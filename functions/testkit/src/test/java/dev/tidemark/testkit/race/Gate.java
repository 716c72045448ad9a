package dev.tidemark.testkit.race;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Holds a racer before each of its calls until it may go on. Everything that it does between two
 * calls it does alone: who lets it go waits until it has come to the next one or to its end.
 */
final class Gate {
  private final Numbers numbers;
  private final Semaphore go = new Semaphore(0);
  private final Semaphore come = new Semaphore(0);
  private boolean abandoned;
  private boolean over;
  private String next = "";
  private int history;
  private @Nullable Throwable failure;
  private @Nullable Thread racer;

  Gate(Numbers numbers) {
    this.numbers = numbers;
  }

  /** What a racer does. */
  @FunctionalInterface
  interface Race {
    /** Does it; every call of a port goes through this gate. */
    Object run() throws InterruptedException;
  }

  /** Starts {@code race} and waits until it has come to its first call. */
  void start(String name, Race race) {
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> finish(race));
    racer = thread;
    thread.start();
    come.acquireUninterruptibly();
  }

  private void finish(Race race) {
    try {
      note("came to " + race.run());
    } catch (Abandoned e) {
      note("abandoned");
    } catch (InterruptedException | RuntimeException | Error e) {
      failure = e;
    } finally {
      over = true;
      come.release();
    }
  }

  /** Lets the racer make its call and go on to the next one. */
  void step() {
    go.release();
    come.acquireUninterruptibly();
  }

  /** Ends the racer where it stands. */
  void abandon() {
    if (!over) {
      abandoned = true;
      step();
    }
  }

  boolean over() {
    return over;
  }

  /** The call that it stands before. */
  String next() {
    return next;
  }

  /** The number of what it has learned so far. */
  int history() {
    return history;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** {@code target} as a port whose every call is held. */
  <T> T port(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (Object _, Method method, Object @Nullable [] arguments) -> {
              pass(port.getSimpleName() + "." + method.getName());
              Answers answers = new Answers();
              try {
                return answers.call(method, target, arguments);
              } finally {
                note(answers.text());
              }
            }));
  }

  private void pass(String call) {
    if (!Thread.currentThread().equals(racer)) {
      throw new IllegalStateException("called beside the leg's own thread: " + call);
    }
    if (!abandoned) {
      next = call;
      come.release();
      go.acquireUninterruptibly();
    }
    if (abandoned) {
      throw new Abandoned();
    }
  }

  private void note(String answer) {
    history = numbers.after(history, answer);
  }
}
