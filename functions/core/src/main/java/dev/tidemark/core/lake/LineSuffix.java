package dev.tidemark.core.lake;

import dev.tidemark.core.source.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The member {@code _tidemark} that ends every line of one page: which run and batch it is of, when
 * its page was asked for, what it means, the record's version and parent in the source's own JSON,
 * and its generation where that is not the first.
 */
final class LineSuffix {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] END = {'}', '}', '\n'};
  private static final byte[] NULL = ascii("null");
  private static final byte[] PARENT = ascii(",\"parent\":");
  private static final byte[] GENERATION = ascii(",\"generation\":");

  private final byte[] upsert;
  private final byte[] delete;

  LineSuffix(BatchKey key, Instant fetchedAt) {
    String head =
        ",\"_tidemark\":{\"run\":\""
            + key.run()
            + "\",\"batch\":"
            + key.sequence()
            + ",\"fetchedAt\":\""
            + MILLIS.format(fetchedAt)
            + "\",\"op\":\"";
    upsert = ascii(head + "upsert\",\"version\":");
    delete = ascii(head + "delete\",\"version\":");
  }

  /** Ends the line of {@code record}, which is written but for its closing brace. */
  void write(LineStream out, RawRecord record, int generation) throws InterruptedException {
    byte[] head = record.deleted() ? delete : upsert;
    // The first member of all has no comma before it.
    int from = isEmpty(record) ? 1 : 0;
    out.write(head, from, head.length - from);
    String version = record.version();
    write(out, version == null ? NULL : version.getBytes(StandardCharsets.UTF_8));
    String parent = record.parent();
    if (parent != null) {
      write(out, PARENT);
      write(out, parent.getBytes(StandardCharsets.UTF_8));
    }
    if (generation > 0) {
      write(out, GENERATION);
      write(out, ascii(Integer.toString(generation)));
    }
    write(out, END);
  }

  private static boolean isEmpty(RawRecord record) {
    int at = record.offset() + 1;
    while (Character.isWhitespace(record.bytes()[at])) {
      at++;
    }
    return record.bytes()[at] == '}';
  }

  private static void write(LineStream out, byte[] bytes) throws InterruptedException {
    out.write(bytes, 0, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
