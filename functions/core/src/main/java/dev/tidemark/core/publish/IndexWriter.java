package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.run.ResourceKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the fingerprints of a run in segments, so that a run of any size needs the memory of one.
 */
final class IndexWriter {
  /** Fingerprints of a full segment: ten megabytes. */
  static final int SEGMENT = 250_000;

  /**
   * One segment.
   *
   * @param raised how many of its fingerprints are of a generation above the first
   */
  record Written(IndexSegment segment, long raised) {
    /** The entry of the segment in the index that then has {@code revision}. */
    Entry entry(long revision) {
      return new Entry(segment, revision, raised);
    }
  }

  private final FingerprintIndex index;
  private final ResourceKey key;
  private final String name;
  private final List<Written> written = new ArrayList<>();
  private FingerprintLog pending = new FingerprintLog();

  IndexWriter(FingerprintIndex index, ResourceKey key, String name) {
    this.index = index;
    this.key = key;
    this.name = name;
  }

  void add(FingerprintLog fingerprints) {
    pending.addAll(fingerprints);
    if (pending.size() >= SEGMENT) {
      flush();
    }
  }

  /** The segments, in the order of what was added. */
  List<Written> finish() {
    flush();
    return List.copyOf(written);
  }

  private void flush() {
    if (pending.size() > 0) {
      written.add(new Written(index.write(key, name, pending), pending.raised()));
      pending = new FingerprintLog();
    }
  }
}
