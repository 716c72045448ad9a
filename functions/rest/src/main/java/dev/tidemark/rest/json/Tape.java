package dev.tidemark.rest.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream that remembers the bytes it gave out since a chosen point, so that what a parser has
 * just understood can be cut out as it came. It holds one record and the parser's read-ahead,
 * however large the page.
 */
final class Tape extends InputStream {
  private static final int FIRST = 64 * 1024;

  private final InputStream in;
  private final long limit;
  private byte[] kept = new byte[FIRST];
  private int used;
  private long start;
  private long lastPiece;
  private long keepFrom = Long.MAX_VALUE;

  /**
   * @param limit bytes that may be read at most
   */
  Tape(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
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
    int read = in.read(target, offset, length);
    if (read > 0) {
      if (start + used + read > limit) {
        throw new PageTooLargeException(limit);
      }
      append(target, offset, read);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /**
   * Drops what is not needed any more: everything before the kept point, but never the last piece
   * that was read.
   */
  private void append(byte[] bytes, int offset, int length) {
    if (used + length > kept.length) {
      int drop = (int) Math.min(used, Math.max(0, Math.min(keepFrom, lastPiece) - start));
      System.arraycopy(kept, drop, kept, 0, used - drop);
      start += drop;
      used -= drop;
      if (used + length > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(kept.length * 2, used + length));
      }
    }
    System.arraycopy(bytes, offset, kept, used, length);
    lastPiece = start + used;
    used += length;
  }
}
