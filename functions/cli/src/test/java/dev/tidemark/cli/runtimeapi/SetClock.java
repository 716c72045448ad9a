package dev.tidemark.cli.runtimeapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The system's clock, set forward for all processes that share a file, so that nobody has to wait
 * until a dead owner's lease is over.
 */
final class SetClock implements InstantSource {
  private final InstantSource system = InstantSource.system();
  private final ByteBuffer ahead;

  SetClock(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ahead = channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException("the clock cannot be shared", e);
    }
  }

  @Override
  public Instant instant() {
    return system.instant().plusMillis(ahead.getLong(0));
  }

  /** Lets so much time pass for everybody. */
  void forward(Duration time) {
    ahead.putLong(0, ahead.getLong(0) + time.toMillis());
  }
}
