package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Run;
import java.util.List;

/**
 * Enters the fingerprints of a published run into the index. Entering twice is no error. Where
 * another run entered since this one began, identities that both published with different bytes are
 * entered as doubtful: the order of entering is not the order of reading. So is what a range or a
 * trial published.
 */
final class IndexEntry {
  private final ResourcePlan plan;
  private final Ports ports;

  IndexEntry(ResourcePlan plan, Ports ports) {
    this.plan = plan;
    this.ports = ports;
  }

  void enter(Run run, List<IndexSegment> added) {
    String name = run.id().value();
    while (!added.isEmpty()) {
      PublishedIndex index = ports.published().read(plan.key(), run.schema());
      if (index.holds(name)) {
        return;
      }
      PublishedIndex next = index.after(name, merged(index, run, added));
      if (ports.published().replace(plan.key(), run.schema(), index, next)) {
        return;
      }
    }
  }

  private List<Entry> merged(PublishedIndex index, Run run, List<IndexSegment> added) {
    IndexMerge merge = new IndexMerge(plan, ports.index());
    long revision = index.revision() + 1;
    boolean own = plan.isOwn(run) || run.mode() == Mode.REFRESH;
    List<Entry> entries = index.entries();
    for (IndexSegment segment : own ? added : List.<IndexSegment>of()) {
      entries = merge.append(entries, new Entry(segment, revision));
    }
    FingerprintLog doubts = own ? doubts(index, run, added) : besides(index, added);
    if (doubts.size() > 0) {
      IndexSegment segment = ports.index().write(plan.key(), "doubts=" + run.id(), doubts);
      entries = merge.append(entries, new Entry(segment, revision));
    }
    return entries;
  }

  /**
   * What a range or a trial published that was not published so: it is there, and the resource's
   * own runs publish it once all the same.
   */
  private FingerprintLog besides(PublishedIndex index, List<IndexSegment> added) {
    FingerprintTable published = new FingerprintTable(plan.indexBound());
    index.segments().forEach(segment -> ports.index().read(segment).replayInto(published));
    FingerprintLog doubts = new FingerprintLog();
    for (IndexSegment segment : added) {
      ports
          .index()
          .read(segment)
          .forEach((idHigh, idLow, bytes) -> {
            if (published.published(idHigh, idLow) != bytes) {
              doubts.add(new Fingerprint(idHigh, idLow, Fingerprint.DOUBT));
            }
          });
    }
    return doubts;
  }

  private FingerprintLog doubts(PublishedIndex index, Run run, List<IndexSegment> added) {
    Meanwhile meanwhile = new Meanwhile(plan.indexBound());
    for (Entry entry : index.entries()) {
      if (entry.revision() > run.index()) {
        meanwhile.add(ports.index().read(entry.segment()));
      }
    }
    FingerprintLog doubts = new FingerprintLog();
    if (index.revision() == run.index()) {
      return doubts;
    }
    for (IndexSegment segment : added) {
      ports
          .index()
          .read(segment)
          .forEach((idHigh, idLow, bytes) -> {
            if (meanwhile.contradicts(idHigh, idLow, bytes)) {
              doubts.add(new Fingerprint(idHigh, idLow, Fingerprint.DOUBT));
            }
          });
    }
    return doubts;
  }
}
