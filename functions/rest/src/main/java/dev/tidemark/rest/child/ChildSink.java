package dev.tidemark.rest.child;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.rest.record.ChildIdentity;

/**
 * Names children by their parent: with their own id, or alone where there is one for each parent.
 *
 * @param parent id as JSON text
 */
record ChildSink(String parent, PageSink sink) implements PageSink {
  @Override
  public void accept(RawRecord record) throws InterruptedException {
    sink.accept(record.child(ChildIdentity.of(parent, record.identity()), parent));
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
}
