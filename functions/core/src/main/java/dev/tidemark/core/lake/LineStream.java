package dev.tidemark.core.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way into a {@link GzipBuffer}, compressed by another thread while the next ones
 * are being read. At most a few pieces are under way, so that a fast reader waits for the
 * compressor instead of filling the heap.
 *
 * <p>What was written since the last mark is held back, so that going back costs nothing and a mark
 * need not end a deflate block. Only a page that is larger than may be held is compressed before
 * its end is known, and then the buffer itself is marked in front of it.
 */
final class LineStream implements AutoCloseable {
  private static final int PIECE = 128 * 1024;
  // Most pages are far smaller than a piece.
  private static final int FIRST_PIECE = 4 * 1024;
  private static final int UNDER_WAY = 6;

  /** Full pieces that are held back at most. */
  private static final int HELD = 16;

  private final GzipBuffer gzip;
  private final Executor compressor;
  private final Semaphore free = new Semaphore(UNDER_WAY);
  private final List<byte[]> held = new ArrayList<>();
  private byte[] piece = new byte[FIRST_PIECE];
  private int used;
  private boolean spilled;
  private volatile long size;
  private volatile @Nullable Throwable broken;

  /**
   * @param compressor runs what it is given one after the other, in order
   */
  LineStream(int gzipLevel, Executor compressor) {
    this.gzip = new GzipBuffer(gzipLevel);
    this.compressor = compressor;
  }

  void write(byte[] bytes, int offset, int length) throws InterruptedException {
    int at = offset;
    int left = length;
    while (left > 0) {
      if (used == piece.length) {
        makeRoom();
      }
      int step = Math.min(left, piece.length - used);
      System.arraycopy(bytes, at, piece, used, step);
      used += step;
      at += step;
      left -= step;
    }
  }

  private void makeRoom() throws InterruptedException {
    if (used < PIECE) {
      piece = Arrays.copyOf(piece, Math.min(used * 2, PIECE));
      return;
    }
    held.add(piece);
    piece = new byte[PIECE];
    used = 0;
    if (held.size() == HELD) {
      if (!spilled) {
        run(gzip::mark);
        spilled = true;
      }
      sendHeld();
    }
  }

  /** What was written so far stays. */
  void mark() throws InterruptedException {
    sendHeld();
    if (used > 0) {
      send(piece, used);
      piece = new byte[piece.length];
      used = 0;
    }
    spilled = false;
    run(() -> size = gzip.size());
  }

  /** What was written since the last mark goes. */
  void backToMark() {
    held.clear();
    used = 0;
    if (spilled) {
      spilled = false;
      run(gzip::backToMark);
    }
  }

  /**
   * Compressed size up to the last mark that the compressor has reached, but for what it has not
   * put out yet; a little behind.
   */
  long size() {
    return size;
  }

  /** Ends the stream, which must stand at a mark, and waits for the compressor. */
  Bytes finish() throws InterruptedException {
    FutureTask<Bytes> end = new FutureTask<>(gzip::finish);
    compressor.execute(end);
    try {
      Bytes finished = end.get();
      if (broken != null) {
        throw new IllegalStateException("compression failed", broken);
      }
      return finished;
    } catch (ExecutionException e) {
      throw new IllegalStateException("compression failed", e.getCause());
    }
  }

  /** Frees the compressor's memory; what was under way is lost. */
  @Override
  public void close() {
    compressor.execute(gzip::close);
  }

  private void sendHeld() throws InterruptedException {
    for (byte[] full : held) {
      send(full, PIECE);
    }
    held.clear();
  }

  private void send(byte[] full, int length) throws InterruptedException {
    free.acquire();
    run(() -> {
      try {
        gzip.write(full, 0, length);
      } finally {
        free.release();
      }
    });
  }

  /** A step that fails must not be skipped by the next one: the batch would be silently short. */
  private void run(Runnable step) {
    compressor.execute(() -> {
      try {
        step.run();
      } catch (RuntimeException | Error e) {
        broken = e;
      }
    });
  }
}
