package dev.tidemark.testkit.contract;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.BatchContent;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Span;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Batches of a run of one resource, to be stored. */
public final class SampleBatches {
  private final ResourceKey resource;

  public SampleBatches(ResourceKey resource) {
    this.resource = resource;
  }

  /** The key of batch {@code sequence}. */
  public BatchKey key(long sequence) {
    return BatchKey.of(resource, 3, span(sequence), sequence);
  }

  /** Batch {@code sequence} with one line per text. */
  public Batch of(long sequence, String... records) {
    return build(sequence, "cursor", lines(records), records.length, null);
  }

  /** A batch of lines that are written already. */
  public Batch of(long sequence, Bytes lines, int count) {
    return build(sequence, "cursor", lines, count, null);
  }

  /** A batch without a line that sets {@code rejects} aside. */
  public Batch rejecting(long sequence, String... rejects) {
    return build(sequence, "cursor", lines(), 0, lines(rejects));
  }

  /** A batch whose cursors before and after are as long as a cursor may be. */
  public Batch withLongCursors(long sequence) {
    return build(
        sequence, "\u00e4".repeat(Cursor.MAX_BYTES / 2 - 20), lines("{\"id\":1}"), 1, null);
  }

  /** What a sink should say of {@code batch}; where the fingerprints lie is up to it. */
  public static StoredBatch stored(Batch batch, String journal) {
    return new StoredBatch(
        batch.key().path(),
        batch.content().count(),
        batch.content().lines().size(),
        batch.content().sha256(),
        batch.before(),
        batch.after(),
        journal);
  }

  /** All of {@code bytes} in one piece. */
  public static byte[] whole(Bytes bytes) {
    try (InputStream in = bytes.stream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a stored object. */
  static List<String> lines(byte[] gzip) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(gzip)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Batch build(
      long sequence, String cursor, Bytes lines, int count, @Nullable Bytes rejects) {
    FingerprintLog fingerprints = new FingerprintLog();
    for (int i = 0; i < count; i++) {
      fingerprints.add(sequence, -i, new PublishedAs(Long.MIN_VALUE + i, 7 - i, i % 3, -i));
    }
    Progress before = at(sequence - 1, cursor);
    Progress after = at(sequence, cursor);
    return new Batch(
        key(sequence),
        BatchContent.of(lines, count, rejects),
        fingerprints,
        seen(sequence),
        sequence % 2 == 0 ? null : new RequestRange("req-\u00e41", "req-\"2"),
        before,
        after.with(after.tally().plusBatch(lines.size())));
  }

  private static FingerprintLog seen(long sequence) {
    FingerprintLog seen = new FingerprintLog();
    for (int i = 0; i < sequence % 3; i++) {
      seen.add(new Fingerprint(-sequence, i, 8));
    }
    return seen;
  }

  private static Progress at(long sequence, String cursor) {
    Progress sample = SampleStates.progress();
    return sample
        .with(span(sequence))
        .at(SampleStates.walk(false).at(new Cursor(cursor + "-" + sequence, SampleStates.TIME)));
  }

  private static Span span(long last) {
    return new Span(SampleStates.RUN, SampleStates.run().startedAt(), last, List.of());
  }

  private static Bytes lines(String... records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (String record : records) {
        gzip.write((record + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(bytes.toByteArray());
  }
}
