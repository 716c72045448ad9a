package dev.tidemark.core.source;

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
}
