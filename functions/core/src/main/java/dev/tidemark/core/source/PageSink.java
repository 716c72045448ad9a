package dev.tidemark.core.source;

import dev.tidemark.core.lake.RawRecord;

/**
 * Takes the records of one page while it is being read; nothing counts before the page was read to
 * its end.
 */
public interface PageSink {
  /** Takes a record; its bytes are copied before this returns. */
  void accept(RawRecord record) throws InterruptedException;

  /**
   * Takes what cannot be a record.
   *
   * @param json the value as received, one line of JSON
   * @param reason one sentence
   */
  void reject(byte[] json, int offset, int length, String reason) throws InterruptedException;

  /** Notes that something in the walk may not be read, and that the walk continues without it. */
  void passOver();

  /** Notes that the API states how many records the whole list has. */
  default void states(long total) {}
}
