package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A command that was started.
 *
 * @param since when, by {@link System#nanoTime}
 * @param folder where it was started, and where its output goes
 */
record Running(Tidemark command, Process process, long since, Path folder) {
  static final String OUT = "out";
  static final String ERR = "err";

  private static final Duration LONGEST = Duration.ofSeconds(100);
  private static final int STEP_MILLIS = 3;

  long pid() {
    return process.pid();
  }

  /** What it has said on standard output so far. */
  String saidOnStandardOutput() {
    return read(OUT);
  }

  /** What it has said on standard error so far. */
  String saidOnStandardError() {
    return read(ERR);
  }

  /** Waits until {@code condition} holds; false if the command ended first. */
  boolean until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (ended(STEP_MILLIS)) {
        return condition.getAsBoolean();
      }
      assertThat(age()).as("still waiting; stderr: %s", read(ERR)).isLessThan(LONGEST);
    }
    return true;
  }

  /** Lets it run on for so long; false if it ended before. */
  boolean runOn(Duration time) {
    return !ended(time.toMillis());
  }

  /** {@code kill -9}. */
  Ran kill() {
    process.destroyForcibly();
    return end();
  }

  /** SIGTERM. */
  Ran terminate() {
    long asked = System.nanoTime();
    process.destroy();
    Ran ran = end();
    return new Ran(ran.status(), ran.out(), ran.err(), Duration.ofNanos(System.nanoTime() - asked));
  }

  /** Waits for its end. */
  Ran end() {
    if (!ended(LONGEST.toMillis())) {
      process.destroyForcibly();
      throw new AssertionError("it does not end: " + command.words() + ": " + read(ERR));
    }
    Ran ran = new Ran(process.exitValue(), read(OUT), read(ERR), age());
    remove();
    Secrets.check(ran, command);
    return ran;
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  private boolean ended(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void remove() {
    try {
      Files.delete(folder.resolve(OUT));
      Files.delete(folder.resolve(ERR));
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the command left something where it was started", e);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("no output", e);
    }
  }
}
