package dev.tidemark.rest.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream that remembers the bytes it gave out since a chosen point, so that what a parser has
 * just understood can be cut out as it came. It holds one record and what was read ahead, however
 * large the page. It reads as much as there is, not only the little that a parser asks for: a
 * socket is asked less often.
 */
final class Tape extends InputStream {
  private static final int ROOM = 32 * 1024;
  private static final int FIRST = 4 * ROOM;

  private final InputStream in;
  private final long limit;
  private byte[] kept;
  private int used;
  private long start;
  private long given;
  private long lastPiece;
  private long keepFrom = Long.MAX_VALUE;

  /**
   * @param limit bytes that may be read at most
   */
  Tape(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
    // What is known to be short, such as a line of the lake, needs no room for a page.
    this.kept = new byte[limit < FIRST ? (int) limit + 1 : FIRST];
  }

  /** Keeps everything from {@code offset} on; must not lie before an earlier choice. */
  void keepFrom(long offset) {
    keepFrom = offset;
  }

  /** The array that holds the byte at an offset that is kept. */
  byte[] array() {
    return kept;
  }

  /** Where in {@link #array} the byte at {@code offset} lies. */
  int index(long offset) {
    if (offset < start || offset > start + used) {
      throw new IllegalStateException("offset " + offset + " is not kept");
    }
    return (int) (offset - start);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (given == start + used) {
      int read = fill();
      if (read <= 0) {
        return read;
      }
    }
    int from = (int) (given - start);
    int piece = Math.min(length, used - from);
    System.arraycopy(kept, from, target, offset, piece);
    lastPiece = given;
    given += piece;
    return piece;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Reads on; everything so far was given out. */
  private int fill() throws IOException {
    if (kept.length - used < ROOM) {
      makeRoom();
    }
    int read = in.read(kept, used, kept.length - used);
    if (read > 0) {
      if (start + used + read > limit) {
        throw new PageTooLargeException(limit);
      }
      used += read;
    }
    return read;
  }

  /**
   * Drops what is not needed any more: everything before the kept point, but never the last piece
   * that was given out.
   */
  private void makeRoom() {
    int drop = (int) Math.min(used, Math.max(0, Math.min(keepFrom, lastPiece) - start));
    System.arraycopy(kept, drop, kept, 0, used - drop);
    start += drop;
    used -= drop;
    if (kept.length - used < ROOM) {
      kept = Arrays.copyOf(kept, kept.length * 2);
    }
  }
}
