package dev.tidemark.cli.home;

import dev.tidemark.cli.exit.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to work in a home. The operating system gives it back when the process dies, however it
 * dies, so that its holder knows that every earlier owner of a lease in this home is dead.
 */
public final class HomeLock implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(200);

  /** The locked byte lies behind the text, so that others can read which process they wait for. */
  private static final long LOCKED_BYTE = 1024;

  private final FileChannel channel;
  private final FileLock lock;

  private HomeLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Waits for the right to {@code home}.
   *
   * @param wait whether to wait at all
   * @param waiting notified once which process we wait for, as {@code process 123}
   * @return null if another process holds it and we do not wait, or were asked to stop
   */
  public static @Nullable HomeLock acquire(
      Home home, boolean wait, Consumer<String> waiting, BooleanSupplier stop)
      throws InterruptedException {
    Path file = home.folder().resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean announced = false;
      while (true) {
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock != null) {
          sign(channel);
          home.stores().clean(file);
          return new HomeLock(channel, lock);
        }
        if (!announced) {
          waiting.accept(holder(channel));
          announced = true;
        }
        if (!wait || stop.getAsBoolean()) {
          channel.close();
          return null;
        }
        Thread.sleep(STEP);
      }
    } catch (IOException e) {
      throw new UsageException("home " + home.folder() + " cannot be locked: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release the home", e);
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    channel.truncate(0);
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.write(ByteBuffer.wrap(pid), 0);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(32);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.isEmpty() ? "another process" : "process " + pid;
  }
}
