package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.source.RawRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run must not publish again, with the changes of the page being read, which can be taken
 * back.
 */
final class Known {
  private record Change(long idHigh, long idLow, @Nullable PublishedAs before) {}

  private final FingerprintTable table;
  private final Generations generations;
  private final long there;
  private final List<Change> page = new ArrayList<>();

  /**
   * @param there records that are published as being there
   */
  Known(FingerprintTable table, Generations generations, long there) {
    this.table = table;
    this.generations = generations;
    this.there = there;
  }

  /** How many records were published as being there when the leg began. */
  long there() {
    return there;
  }

  /**
   * Remembers a record.
   *
   * @param asked when its page was asked for
   * @return what it is published as with its line; null if exactly its bytes are published
   */
  @Nullable PublishedAs news(RawRecord record, Fingerprint print, Instant asked) {
    PublishedAs before = table.published(print.idHigh(), print.idLow());
    if (before != null && before.bytes() == print.bytes()) {
      return null;
    }
    PublishedAs now = generations.next(record, print.bytes(), before, table, asked);
    page.add(new Change(print.idHigh(), print.idLow(), before));
    table.put(print.idHigh(), print.idLow(), now);
    return now;
  }

  void commit() {
    page.clear();
  }

  void rollback() {
    for (Change change : page.reversed()) {
      if (change.before() == null) {
        table.forget(change.idHigh(), change.idLow());
      } else {
        table.put(change.idHigh(), change.idLow(), change.before());
      }
    }
    page.clear();
  }

  /**
   * How many different records the run can have seen at most: each is remembered, and a list that
   * shows some of them twice has not shown others.
   *
   * @param unremembered what the run saw besides
   */
  long most(long unremembered) {
    return table.full() ? Long.MAX_VALUE : table.size() + unremembered;
  }

  /** Whether something could not be remembered, so that news may be old. */
  boolean full() {
    return table.full();
  }
}
