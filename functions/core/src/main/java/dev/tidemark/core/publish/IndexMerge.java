package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.plan.ResourcePlan;
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

  /** The entries after {@code added}, oldest first. */
  List<Entry> append(List<Entry> entries, Entry added) {
    List<Entry> kept = new ArrayList<>(entries);
    List<Entry> merging = new ArrayList<>(List.of(added));
    long size = added.segment().count();
    while (!kept.isEmpty() && kept.getLast().segment().count() <= size && size < LARGEST) {
      Entry last = kept.removeLast();
      merging.addFirst(last);
      size += last.segment().count();
    }
    kept.add(merging.size() == 1 ? added : merged(merging, added.revision()));
    return kept;
  }

  private Entry merged(List<Entry> merging, long revision) {
    FingerprintLog all = new FingerprintLog();
    merging.forEach(entry -> all.addAll(index.read(entry.segment())));
    FingerprintLog newest = all.newest();
    return new Entry(index.write(plan.key(), "merged", newest), revision, newest.raised());
  }
}
