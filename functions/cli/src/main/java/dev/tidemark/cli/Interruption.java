package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: the leg is asked to end at its next durable step, and the process waits for
 * it a few seconds. What is not durable by then is read again next time.
 */
final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(4700);

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile ExitStatus status = ExitStatus.IN_FLIGHT;
  private final Thread hook = new Thread(this::end, "tidemark-interruption");

  private Interruption() {}

  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the process was asked to end. */
  boolean requested() {
    return requested;
  }

  /** All is written; {@code status} is what the process should exit with. */
  void finish(ExitStatus status) {
    this.status = status;
    finished.countDown();
  }

  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void end() {
    requested = true;
    try {
      boolean ended = finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      System.out.flush();
      Runtime.getRuntime().halt(ended ? status.code() : ExitStatus.IN_FLIGHT.code());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
