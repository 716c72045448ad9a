package dev.tidemark.core.lake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The member {@code _tidemark} that ends every line of one page: which run and batch it is of, when
 * its page was asked for, what it means, the record's version and parent in the source's own JSON,
 * and its generation where that is not the first.
 */
final class LineSuffix {
  private static final byte[] LAST = bytes(LandedLine.tail(null, 0) + "\n");
  private static final byte[] NULL = bytes("null");

  private final byte[] upsert;
  private final byte[] delete;

  LineSuffix(BatchKey key, Instant fetchedAt) {
    String run = key.run().value();
    upsert = bytes(LandedLine.head(run, key.sequence(), fetchedAt, false));
    delete = bytes(LandedLine.head(run, key.sequence(), fetchedAt, true));
  }

  /** Ends the line of {@code record}, which is written but for its closing brace. */
  void write(LineStream out, RawRecord record, int generation) throws InterruptedException {
    byte[] head = record.deleted() ? delete : upsert;
    // The first member of all has no comma before it.
    int from = isEmpty(record.slice()) ? 1 : 0;
    out.write(head, from, head.length - from);
    String version = record.version();
    write(out, version == null ? NULL : bytes(version));
    String parent = record.parent();
    write(
        out,
        parent == null && generation == 0
            ? LAST
            : bytes(LandedLine.tail(parent, generation) + "\n"));
  }

  private static boolean isEmpty(JsonSlice slice) {
    int at = slice.offset() + 1;
    while (Character.isWhitespace(slice.bytes()[at])) {
      at++;
    }
    return slice.bytes()[at] == '}';
  }

  private static void write(LineStream out, byte[] bytes) throws InterruptedException {
    out.write(bytes, 0, bytes.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
