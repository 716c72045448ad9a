package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.RawRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the run must not publish again, with the changes of the page being read, which can be taken
 * back.
 */
public final class Deduplicator {
  /** Of how many identities in doubt the leg remembers what it published. */
  private static final int MOST_DOUBTS = 10_000;

  private record Id(long high, long low) {}

  private record Change(Id id, @Nullable PublishedAs before, @Nullable Long inDoubt) {}

  private final FingerprintTable table;
  private final Generations generations;
  private final long there;
  private final List<Change> page = new ArrayList<>();

  /** Bytes that the leg published though the table says of their identity that it is in doubt. */
  private final Map<Id, Long> doubts = new HashMap<>();

  /**
   * @param there records that are published as being there
   */
  public Deduplicator(FingerprintTable table, Generations generations, long there) {
    this.table = table;
    this.generations = generations;
    this.there = there;
  }

  /** How many records were published as being there when the leg began. */
  public long there() {
    return there;
  }

  /** What is published of an identity; null where that is not known. */
  public @Nullable PublishedAs published(Fingerprint print) {
    return table.published(print.idHigh(), print.idLow());
  }

  /**
   * Remembers a record.
   *
   * @param asked when its page was asked for
   * @return what it is published as with its line; null if exactly its bytes are published, or were
   *     by this leg
   */
  public @Nullable PublishedAs news(RawRecord record, Fingerprint print, Instant asked) {
    PublishedAs before = table.published(print.idHigh(), print.idLow());
    if (before != null && before.bytes() == print.bytes()) {
      return null;
    }
    Id id = new Id(print.idHigh(), print.idLow());
    Long inDoubt = doubts.get(id);
    if (inDoubt != null && inDoubt == print.bytes()) {
      return null;
    }
    PublishedAs now = generations.next(record, print.bytes(), before, table, asked);
    page.add(new Change(id, before, inDoubt));
    table.put(id.high(), id.low(), now);
    boolean doubted = now.bytes() == Fingerprint.DOUBT && doubts.size() < MOST_DOUBTS;
    keep(id, doubted ? print.bytes() : null);
    return now;
  }

  private void keep(Id id, @Nullable Long inDoubt) {
    if (inDoubt == null) {
      doubts.remove(id);
    } else {
      doubts.put(id, inDoubt);
    }
  }

  /** The page was read to its end: what it showed counts. */
  public void commit() {
    page.clear();
  }

  /** The page broke off: what it showed is forgotten. */
  public void rollback() {
    for (Change change : page.reversed()) {
      Id id = change.id();
      if (change.before() == null) {
        table.forget(id.high(), id.low());
      } else {
        table.put(id.high(), id.low(), change.before());
      }
      keep(id, change.inDoubt());
    }
    page.clear();
  }

  /**
   * How many different records the run can have seen at most: each is remembered, and a list that
   * shows some of them twice has not shown others.
   *
   * @param unremembered what the run saw besides
   */
  public long most(long unremembered) {
    return table.full() ? Long.MAX_VALUE : table.size() + unremembered;
  }

  /** Whether something could not be remembered, so that news may be old. */
  public boolean full() {
    return table.full();
  }
}
