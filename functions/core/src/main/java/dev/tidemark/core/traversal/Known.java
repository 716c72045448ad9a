package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the run must not publish again, with the changes of the page being read, which can be taken
 * back.
 */
final class Known {
  private record Change(long idHigh, long idLow, long before) {}

  private final FingerprintTable table;
  private final List<Change> page = new ArrayList<>();

  Known(FingerprintTable table) {
    this.table = table;
  }

  /** Remembers a record; false if exactly its bytes were published last. */
  boolean isNews(Fingerprint record) {
    long before = table.published(record.idHigh(), record.idLow());
    if (before == record.bytes()) {
      return false;
    }
    page.add(new Change(record.idHigh(), record.idLow(), before));
    table.put(record.idHigh(), record.idLow(), record.bytes());
    return true;
  }

  void commit() {
    page.clear();
  }

  void rollback() {
    for (Change change : page.reversed()) {
      table.put(change.idHigh(), change.idLow(), change.before());
    }
    page.clear();
  }

  /** Whether something could not be remembered, so that news may be old. */
  boolean full() {
    return table.full();
  }
}
