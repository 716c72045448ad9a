package dev.tidemark.core.lake;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.PublishedAs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a batch page by page. What a page wrote counts only after {@link #commit};
 * {@link #rollback} takes it back, from lines, rejects and fingerprints alike.
 */
public final class PageWriter implements AutoCloseable {
  /** Cannot stand in a line of JSON. */
  private static final byte END_OF_REJECT = '\n';

  private final BatchKey key;
  private final Executor compressor;
  private final int gzipLevel;
  private final LineStream lines;
  private final FingerprintLog fingerprints = new FingerprintLog();
  private @Nullable LineStream rejects;
  private int committed;
  private int rejected;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable LineSuffix suffix;

  /**
   * @param compressor runs what it is given one after the other, in order
   */
  public PageWriter(BatchKey key, int gzipLevel, Executor compressor) {
    this.key = key;
    this.compressor = compressor;
    this.gzipLevel = gzipLevel;
    this.lines = new LineStream(gzipLevel, compressor);
  }

  /** Begins a page that was asked for at {@code fetchedAt}. */
  public void begin(Instant fetchedAt) {
    suffix = new LineSuffix(key, fetchedAt);
  }

  /**
   * Writes a line: the record's own bytes, then the member {@code _tidemark}.
   *
   * @param as what its identity is published as with this line
   */
  public void line(RawRecord record, Fingerprint fingerprint, PublishedAs as)
      throws InterruptedException {
    if (suffix == null) {
      throw new IllegalStateException("no page was begun");
    }
    JsonSlice slice = record.slice();
    lines.write(slice.bytes(), slice.offset(), slice.length() - 1);
    suffix.write(lines, record, as.generation());
    fingerprints.add(fingerprint.idHigh(), fingerprint.idLow(), as);
  }

  /** Writes what cannot be a record; the vendor's request id follows with the page's end. */
  public void reject(byte[] json, int offset, int length, String reason) {
    pending.writeBytes("{\"rejected\":".getBytes(StandardCharsets.UTF_8));
    pending.write(json, offset, length);
    String tail =
        ",\"reason\":"
            + JsonText.quote(reason)
            + ",\"run\":\""
            + key.run()
            + "\",\"batch\":"
            + key.sequence()
            + ",\"requestId\":";
    pending.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
    pending.write(END_OF_REJECT);
  }

  /** The page was read to its end. */
  public void commit(@Nullable String requestId) throws InterruptedException {
    lines.mark();
    if (pending.size() > 0) {
      commitRejects(requestId == null ? "null" : JsonText.quote(requestId));
    }
    committed = fingerprints.size();
  }

  private void commitRejects(String requestId) throws InterruptedException {
    if (rejects == null) {
      rejects = new LineStream(gzipLevel, compressor);
    }
    byte[] end = (requestId + "}\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = pending.toByteArray();
    int from = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == END_OF_REJECT) {
        rejects.write(all, from, i - from);
        rejects.write(end, 0, end.length);
        from = i + 1;
        rejected++;
      }
    }
    rejects.mark();
    pending.reset();
  }

  /** The page broke off. */
  public void rollback() {
    lines.backToMark();
    pending.reset();
    fingerprints.truncate(committed);
  }

  /** Stored size so far; a little behind. */
  public long size() {
    return lines.size();
  }

  /** Lines committed. */
  public int count() {
    return committed;
  }

  /** Committed rejects; 0 where there are none. */
  public int rejects() {
    return rejected;
  }

  /** The finished lines. */
  public Bytes finishLines() throws InterruptedException {
    return lines.finish();
  }

  /** The finished rejects; null where there are none. */
  public @Nullable Bytes finishRejects() throws InterruptedException {
    return rejects == null ? null : rejects.finish();
  }

  /** Fingerprints of the committed lines. */
  public FingerprintLog fingerprints() {
    return fingerprints;
  }

  @Override
  public void close() {
    lines.close();
    if (rejects != null) {
      rejects.close();
    }
  }
}
