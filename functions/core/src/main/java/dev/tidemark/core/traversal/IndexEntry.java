package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.traversal.IndexWriter.Written;
import java.util.List;

/**
 * Enters the fingerprints of a published run into the index. Entering twice is no error. Where
 * another run entered since this one began, identities that both published with different bytes are
 * entered as doubtful: the order of entering is not the order of reading. So is what a range or a
 * trial published. Doubt keeps the rank and the generation of the line that a reader takes.
 */
final class IndexEntry {
  private final ResourcePlan plan;
  private final Ports ports;

  IndexEntry(ResourcePlan plan, Ports ports) {
    this.plan = plan;
    this.ports = ports;
  }

  void enter(Run run, List<Written> added) {
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

  private List<Entry> merged(PublishedIndex index, Run run, List<Written> added) {
    IndexMerge merge = new IndexMerge(plan, ports.index());
    long revision = index.revision() + 1;
    boolean own = plan.isOwn(run) || run.mode() == Mode.REFRESH;
    List<Entry> entries = index.entries();
    for (Written segment : own ? added : List.<Written>of()) {
      entries = merge.append(entries, segment.entry(revision));
    }
    FingerprintLog doubts = own ? doubts(index, run, added) : besides(index, added);
    if (doubts.size() > 0) {
      Written segment =
          new Written(
              ports.index().write(plan.key(), "doubts=" + run.id(), doubts), doubts.raised());
      entries = merge.append(entries, segment.entry(revision));
    }
    return entries;
  }

  /**
   * What a range or a trial published that was not published so: it is there, and the resource's
   * own runs publish it once all the same.
   */
  private FingerprintLog besides(PublishedIndex index, List<Written> added) {
    FingerprintTable published = new FingerprintTable(plan.indexBound());
    index.segments().forEach(segment -> ports.index().read(segment).replayInto(published));
    FingerprintLog doubts = new FingerprintLog();
    for (Written written : added) {
      ports
          .index()
          .read(written.segment())
          .forEach((idHigh, idLow, as) -> {
            PublishedAs before = published.published(idHigh, idLow);
            if (before == null || before.bytes() != as.bytes()) {
              doubts.add(idHigh, idLow, as.doubted());
            }
          });
    }
    return doubts;
  }

  private FingerprintLog doubts(PublishedIndex index, Run run, List<Written> added) {
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
    for (Written written : added) {
      ports
          .index()
          .read(written.segment())
          .forEach((idHigh, idLow, as) -> {
            if (meanwhile.contradicts(idHigh, idLow, as.bytes())) {
              doubts.add(idHigh, idLow, as.doubted());
            }
          });
    }
    return doubts;
  }
}
