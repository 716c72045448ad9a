package dev.tidemark.core.lake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The member {@code _tidemark} that ends every line of one page: which run and batch it is of, when
 * its page was asked for, what it means, and the record's version and parent in the source's own
 * JSON.
 */
final class LineSuffix {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] END = {'}', '}', '\n'};
  private static final byte[] NULL = ascii("null");
  private static final byte[] PARENT = ascii(",\"parent\":");

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

  /** Ends a line whose record is written but for its closing brace. */
  void write(LineStream out, boolean deleted, @Nullable String version, @Nullable String parent)
      throws InterruptedException {
    write(out, deleted ? delete : upsert);
    write(out, version == null ? NULL : version.getBytes(StandardCharsets.UTF_8));
    if (parent != null) {
      write(out, PARENT);
      write(out, parent.getBytes(StandardCharsets.UTF_8));
    }
    write(out, END);
  }

  private static void write(LineStream out, byte[] bytes) throws InterruptedException {
    out.write(bytes, 0, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
