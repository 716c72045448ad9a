package dev.tidemark.core.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One gzip member in memory that can be taken back to a mark, so that a page that broke off leaves
 * nothing behind. At a mark the stream is flushed to a byte boundary; going back cuts the bytes
 * there and begins a new run of deflate blocks, which is a valid continuation of the same member.
 */
final class GzipBuffer implements AutoCloseable {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int PIECE = 64 * 1024;

  private final Deflater deflater;
  private final List<byte[]> pieces = new ArrayList<>();
  private CRC32 crc = new CRC32();
  private int used;
  private long plain;
  private long markSize;
  private long markPlain;

  /**
   * @param level deflate level, 1 to 9
   */
  GzipBuffer(int level) {
    deflater = new Deflater(level, true);
    pieces.add(new byte[PIECE]);
    append(HEADER, HEADER.length);
    mark();
  }

  void write(byte[] bytes, int offset, int length) {
    crc.update(bytes, offset, length);
    plain += length;
    deflater.setInput(bytes, offset, length);
    while (!deflater.needsInput()) {
      drain(Deflater.NO_FLUSH);
    }
  }

  /** Everything up to here stays. */
  void mark() {
    if (plain != markPlain) {
      int written;
      do {
        written = drain(Deflater.SYNC_FLUSH);
      } while (written > 0 && used == PIECE);
    }
    markSize = size();
    markPlain = plain;
  }

  /** Everything since the last mark goes. */
  void backToMark() {
    if (plain == markPlain) {
      return;
    }
    deflater.reset();
    cut(markSize);
    plain = markPlain;
    crc = crcOfKept();
  }

  /** Bytes put out so far; the deflater may hold back some more. */
  long size() {
    return (long) (pieces.size() - 1) * PIECE + used;
  }

  /** Ends the member; the buffer must not be used after it. */
  Bytes finish() {
    deflater.finish();
    while (!deflater.finished()) {
      drain(Deflater.NO_FLUSH);
    }
    int check = (int) crc.getValue();
    int length = (int) plain;
    byte[] trailer = new byte[8];
    for (int i = 0; i < 4; i++) {
      trailer[i] = (byte) (check >>> (8 * i));
      trailer[4 + i] = (byte) (length >>> (8 * i));
    }
    append(trailer, trailer.length);
    deflater.end();
    return new Bytes(pieces, used);
  }

  @Override
  public void close() {
    deflater.end();
  }

  private int drain(int flush) {
    if (used == PIECE) {
      pieces.add(new byte[PIECE]);
      used = 0;
    }
    int written = deflater.deflate(pieces.getLast(), used, PIECE - used, flush);
    used += written;
    return written;
  }

  private void append(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (used == PIECE) {
        pieces.add(new byte[PIECE]);
        used = 0;
      }
      pieces.getLast()[used++] = bytes[i];
    }
  }

  private void cut(long size) {
    int keep = (int) ((size + PIECE - 1) / PIECE);
    while (pieces.size() > Math.max(keep, 1)) {
      pieces.removeLast();
    }
    used = (int) (size - (long) (pieces.size() - 1) * PIECE);
  }

  /** A CRC cannot be taken back, but the bytes that it was taken of are still here. */
  private CRC32 crcOfKept() {
    CRC32 kept = new CRC32();
    Inflater inflater = new Inflater(true);
    try {
      byte[] plainText = new byte[PIECE];
      for (int i = 0; i < pieces.size(); i++) {
        int from = i == 0 ? HEADER.length : 0;
        int to = i == pieces.size() - 1 ? used : PIECE;
        inflater.setInput(pieces.get(i), from, to - from);
        int read;
        while ((read = inflater.inflate(plainText)) > 0) {
          kept.update(plainText, 0, read);
        }
      }
      return kept;
    } catch (DataFormatException e) {
      throw new IllegalStateException("our own deflate stream does not inflate", e);
    } finally {
      inflater.end();
    }
  }
}
