package dev.tidemark.core.source;

import org.jspecify.annotations.Nullable;

/**
 * Reads one page of one resource.
 *
 * <p>An implementer hands every record of the page to the sink while it reads, and answers {@link
 * PageOutcome.Delivered} only when it read the page to its end and believed it: a body that breaks
 * off, an envelope without its declared members, a status that is no success are other outcomes,
 * never an end of data. It makes one attempt; waiting and trying again are the caller's. It is
 * called by one thread at a time.
 */
@FunctionalInterface
public interface PageReader {
  /**
   * Reads the page.
   *
   * @throws InterruptedException if the thread is interrupted: the page does not count
   */
  PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException;

  /**
   * One of the times or versions that were there and could not be read, fit to be shown; null where
   * this reader met none. It may be asked by any thread.
   */
  default @Nullable String unread() {
    return null;
  }
}
