package dev.tidemark.lake.landing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes. */
final class LineReader {
  private static final int BUFFER = 64 * 1024;
  private static final byte END = '\n';

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Skips {@code lines} lines. */
  void skip(long lines) throws IOException {
    for (long left = lines; left > 0; left--) {
      take(null);
    }
  }

  /** The next line, without its end. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    take(line);
    return line.toByteArray();
  }

  private void take(@Nullable ByteArrayOutputStream line) throws IOException {
    while (true) {
      if (from == to) {
        from = 0;
        to = in.read(buffer);
        if (to <= 0) {
          throw new EOFException("it has fewer lines than its manifest says");
        }
      }
      int end = from;
      while (end < to && buffer[end] != END) {
        end++;
      }
      if (line != null) {
        line.write(buffer, from, end - from);
      }
      boolean whole = end < to;
      from = whole ? end + 1 : end;
      if (whole) {
        return;
      }
    }
  }
}
