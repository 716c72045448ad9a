package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintRoom;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.publish.IndexWriter.Written;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Run;
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
      PublishedIndex index = ports.storage().published().read(plan.key(), run.form().schema());
      if (index.holds(name)) {
        return;
      }
      PublishedIndex next = index.after(name, merged(index, run, added));
      if (ports.storage().published().replace(plan.key(), run.form().schema(), index, next)) {
        return;
      }
    }
  }

  private List<Entry> merged(PublishedIndex index, Run run, List<Written> added) {
    IndexMerge merge = new IndexMerge(plan, ports.storage().index());
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
              ports.storage().index().write(plan.key(), "doubts=" + run.id(), doubts),
              doubts.raised());
      entries = merge.append(entries, segment.entry(revision));
    }
    return entries;
  }

  /**
   * What a range or a trial published that was not published so: it is there, and the resource's
   * own runs publish it once all the same. Of the index only what they published is held.
   */
  private FingerprintLog besides(PublishedIndex index, List<Written> added) {
    FingerprintRoom room = new FingerprintRoom(plan.indexBound());
    FingerprintTable wanted = new FingerprintTable(room);
    FingerprintTable published = new FingerprintTable(room);
    added.forEach(written -> ports.storage().index().read(written.segment()).replayInto(wanted));
    for (Entry entry : index.entries()) {
      ports
          .storage()
          .index()
          .read(entry.segment())
          .forEach((idHigh, idLow, as) -> {
            if (wanted.published(idHigh, idLow) != null) {
              published.enter(idHigh, idLow, as);
            }
          });
    }
    return doubted(
        added,
        (idHigh, idLow, as) -> {
          PublishedAs before = published.published(idHigh, idLow);
          return before == null || before.bytes() != as.bytes();
        });
  }

  private FingerprintLog doubts(PublishedIndex index, Run run, List<Written> added) {
    if (index.revision() == run.index()) {
      return new FingerprintLog();
    }
    FingerprintTable others = new FingerprintTable(plan.indexBound());
    for (Entry entry : index.entries()) {
      if (entry.revision() > run.index()) {
        ports.storage().index().read(entry.segment()).replayInto(others);
      }
    }
    Meanwhile meanwhile = new Meanwhile(others);
    return doubted(added, (idHigh, idLow, as) -> meanwhile.contradicts(idHigh, idLow, as.bytes()));
  }

  private FingerprintLog doubted(List<Written> added, Doubtful doubtful) {
    FingerprintLog doubts = new FingerprintLog();
    for (Written written : added) {
      ports
          .storage()
          .index()
          .read(written.segment())
          .forEach((idHigh, idLow, as) -> {
            if (doubtful.is(idHigh, idLow, as)) {
              doubts.add(idHigh, idLow, as.doubted());
            }
          });
    }
    return doubts;
  }

  /** Which entries of a run are entered as doubtful. */
  @FunctionalInterface
  private interface Doubtful {
    boolean is(long idHigh, long idLow, PublishedAs as);
  }
}
