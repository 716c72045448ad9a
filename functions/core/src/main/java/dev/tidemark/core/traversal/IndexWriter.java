package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.run.ResourceKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the fingerprints of a run in segments, so that a run of any size needs the memory of one.
 */
final class IndexWriter {
  /** Fingerprints of a full segment: six megabytes. */
  static final int SEGMENT = 250_000;

  private final FingerprintIndex index;
  private final ResourceKey key;
  private final String name;
  private final List<IndexSegment> written = new ArrayList<>();
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
  List<IndexSegment> finish() {
    flush();
    return List.copyOf(written);
  }

  private void flush() {
    if (pending.size() > 0) {
      written.add(index.write(key, name, pending));
      pending = new FingerprintLog();
    }
  }
}
