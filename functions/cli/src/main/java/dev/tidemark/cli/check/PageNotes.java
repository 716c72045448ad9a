package dev.tidemark.cli.check;

import dev.tidemark.core.traversal.PageSink;
import dev.tidemark.core.traversal.RawRecord;
import dev.tidemark.core.watermark.Watermark;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the records of a page and keeps none. */
final class PageNotes implements PageSink {
  private final Set<String> ids = new HashSet<>();
  private int records;
  private int rejected;
  private int undated;
  private boolean ascending = true;
  private String firstRejection = "";
  private @Nullable Watermark last;

  @Override
  public void accept(RawRecord record) {
    records++;
    ids.add(record.identity());
    Watermark watermark = record.watermark();
    if (watermark == null) {
      undated++;
      return;
    }
    ascending &= last == null || !watermark.at().isBefore(last.at());
    last = watermark;
  }

  @Override
  public void passOver() {}

  @Override
  public void reject(byte[] json, int offset, int length, String reason) {
    rejected++;
    firstRejection = firstRejection.isEmpty() ? reason : firstRejection;
  }

  int records() {
    return records;
  }

  int rejected() {
    return rejected;
  }

  int duplicates() {
    return records - ids.size();
  }

  int undated() {
    return undated;
  }

  boolean ascending() {
    return ascending;
  }

  String firstRejection() {
    return firstRejection;
  }
}
