package dev.tidemark.rest.page;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Hands the records of one page on, and counts those that share their id with another of the page
 * and differ from it: a reader keeps one of the two, so that the id may be only a part of one.
 */
final class SameIds implements PageSink {
  /** More records of a page are not compared; the first few tell as much. */
  private static final int MOST = 100_000;

  private final PageSink sink;
  private final Map<Long, Integer> contents = new HashMap<>();
  private final CRC32C sum = new CRC32C();
  private long differing;

  SameIds(PageSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(RawRecord record) throws InterruptedException {
    if (contents.size() < MOST && !record.identity().isEmpty()) {
      int content = content(record.slice());
      Integer other = contents.put(hash(record.identity()), content);
      if (other != null && other != content) {
        differing++;
      }
    }
    sink.accept(record);
  }

  private long hash(String identity) {
    sum.reset();
    sum.update(identity.getBytes(StandardCharsets.UTF_8));
    return ((long) identity.hashCode() << Integer.SIZE) | sum.getValue();
  }

  private int content(JsonSlice record) {
    JsonSlice slice = record.asCompared();
    sum.reset();
    int from = slice.offset();
    int[] skipped = slice.skipped();
    for (int i = 0; skipped != null && i < skipped.length; i += 2) {
      sum.update(slice.bytes(), from, skipped[i] - from);
      from = skipped[i + 1];
    }
    sum.update(slice.bytes(), from, slice.end() - from);
    return (int) sum.getValue();
  }

  @Override
  public void reject(byte[] json, int offset, int length, String reason)
      throws InterruptedException {
    sink.reject(json, offset, length, reason);
  }

  @Override
  public void passOver() {
    sink.passOver();
  }

  /** How many differed from another of the same id. */
  long differing() {
    return differing;
  }
}
