package dev.tidemark.core.source;

import java.time.Duration;

/**
 * Tells whose data an API shows.
 *
 * <p>An implementer makes at most one attempt at the API for each call, and none where the account
 * is known without.
 */
public interface AccountReader {
  /** Where the API is, in one spelling; known without asking. */
  String origin();

  /**
   * Asks whose data it is.
   *
   * @param limit how long the request may take at most
   * @throws InterruptedException if the thread is interrupted
   */
  AccountOutcome read(Duration limit) throws InterruptedException;
}
