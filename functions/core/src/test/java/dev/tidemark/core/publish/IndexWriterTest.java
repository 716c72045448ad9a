package dev.tidemark.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.publish.IndexWriter.Written;
import dev.tidemark.core.run.ResourceKey;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexWriterTest {
  private static final int BATCH = 30_000;

  private final Segments segments = new Segments();
  private final IndexWriter writer = new IndexWriter(segments, ResourceKey.of("lev", "deals"), "x");

  @Test
  void a_run_without_lines_has_no_segment() {
    assertThat(writer.finish()).isEmpty();
  }

  @Test
  void a_small_run_is_one_segment() {
    writer.add(log(1, 3));
    assertThat(writer.finish()).containsExactly(new Written(new IndexSegment("segment-0", 3), 1));
  }

  @Test
  void a_large_run_is_several_segments_that_hold_every_fingerprint_once_and_in_order() {
    for (int batch = 0; batch < 20; batch++) {
      writer.add(log(1 + batch * BATCH, BATCH));
    }
    List<Written> written = writer.finish();
    assertThat(written).hasSize(3);
    assertThat(written).allMatch(one -> one.segment().count() < IndexWriter.SEGMENT + BATCH);
    assertThat(written.stream().mapToLong(one -> one.segment().count()).sum())
        .isEqualTo(20L * BATCH);
    FingerprintTable table = new FingerprintTable(1_000_000);
    written.forEach(one -> segments.read(one.segment()).replayInto(table));
    assertThat(table.size()).isEqualTo(20L * BATCH);
    assertThat(table.published(7 * BATCH, 7 * BATCH)).isEqualTo(as(7 * BATCH));
  }

  /** Every third is of a generation above the first. */
  private static PublishedAs as(int i) {
    return new PublishedAs(i, i, i % 3 == 0 ? 1 : 0, i);
  }

  private static FingerprintLog log(int first, int count) {
    FingerprintLog log = new FingerprintLog();
    for (int i = first; i < first + count; i++) {
      log.add(i, i, as(i));
    }
    return log;
  }

  private static final class Segments implements FingerprintIndex {
    private final Map<String, byte[]> objects = new HashMap<>();

    @Override
    public IndexSegment write(ResourceKey resource, String name, FingerprintLog fingerprints) {
      String key = "segment-" + objects.size();
      objects.put(key, fingerprints.toBytes());
      return new IndexSegment(key, fingerprints.size());
    }

    @Override
    public FingerprintLog read(IndexSegment segment) {
      return FingerprintLog.of(ByteBuffer.wrap(objects.getOrDefault(segment.key(), new byte[0])));
    }
  }
}
