package dev.tidemark.core.source;

import java.time.Duration;

/**
 * Reads single records of a resource, and recognises the lines that were published of it.
 *
 * <p>An implementer owes that only the API's own word for a missing record becomes {@link
 * RecordOutcome.Absent}: a refusal for any other reason proves nothing.
 */
public interface RecordReader {
  /** Whether the API has a way to ask for one record. */
  boolean asksForOne();

  /**
   * Asks for one record and hands it to {@code sink}.
   *
   * @param id as an operator writes it: a text without quotes
   * @param limit how long the read may take at most
   */
  RecordOutcome read(String id, Duration limit, PageSink sink) throws InterruptedException;

  /**
   * Reads a published line back.
   *
   * @throws IllegalArgumentException if it is none
   */
  PublishedLine recall(byte[] line);
}
