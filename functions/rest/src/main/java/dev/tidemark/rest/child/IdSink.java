package dev.tidemark.rest.child;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import java.util.List;

/**
 * Takes the ids of parents and leaves the rest of them.
 *
 * @param ids as JSON texts
 * @param undated whether only parents without a time are meant: the walk has shown the others
 */
record IdSink(List<String> ids, boolean undated, PageSink children) implements PageSink {
  @Override
  public void accept(RawRecord record) {
    if (!undated || record.watermark() == null) {
      ids.add(record.identity());
    }
  }

  @Override
  public void reject(byte[] json, int offset, int length, String reason)
      throws InterruptedException {
    children.reject(json, offset, length, "as a parent: " + reason);
  }

  @Override
  public void passOver() {
    children.passOver();
  }
}
