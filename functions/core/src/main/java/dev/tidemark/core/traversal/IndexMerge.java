package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the segments of a resource few: a segment is merged with those before it that are not
 * larger than itself, as in a binary counter, so that each fingerprint is written a logarithmic
 * number of times.
 */
final class IndexMerge {
  /** Segments of this size are left alone: merging is done in memory. */
  private static final long LARGEST = IndexWriter.SEGMENT;

  private final ResourcePlan plan;
  private final FingerprintIndex index;

  IndexMerge(ResourcePlan plan, FingerprintIndex index) {
    this.plan = plan;
    this.index = index;
  }

  /** The segments after {@code added}, oldest first. */
  List<IndexSegment> append(List<IndexSegment> segments, IndexSegment added) {
    List<IndexSegment> kept = new ArrayList<>(segments);
    List<IndexSegment> merging = new ArrayList<>(List.of(added));
    long size = added.count();
    while (!kept.isEmpty() && kept.getLast().count() <= size && size < LARGEST) {
      IndexSegment last = kept.removeLast();
      merging.addFirst(last);
      size += last.count();
    }
    if (merging.size() == 1) {
      kept.add(added);
      return kept;
    }
    FingerprintLog all = new FingerprintLog();
    merging.forEach(segment -> all.addAll(index.read(segment)));
    kept.add(index.write(plan.key(), "merged", all.newest()));
    return kept;
  }
}
