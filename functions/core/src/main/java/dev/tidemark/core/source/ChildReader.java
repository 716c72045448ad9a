package dev.tidemark.core.source;

import dev.tidemark.core.state.Cursor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads what belongs to one parent, and asks for the parent itself. Each call is one attempt at one
 * request; waiting and trying again are the caller's.
 */
public interface ChildReader {
  /**
   * Reads one page of the parent's list and hands its records to {@code sink}.
   *
   * @param parent as a published line of a child gives it
   * @param cursor where the page begins; null for the list's first
   * @param limit how long the read may take at most
   */
  ChildOutcome list(String parent, @Nullable Cursor cursor, Duration limit, PageSink sink)
      throws InterruptedException;

  /** Whether the API has a way to ask for one parent. */
  boolean asksForParent();

  /**
   * Asks whether the parent is there; only the API's own word for a missing record is one.
   *
   * @param parent as a published line of a child gives it
   * @param limit how long the read may take at most
   */
  ParentOutcome parent(String parent, Duration limit) throws InterruptedException;
}
