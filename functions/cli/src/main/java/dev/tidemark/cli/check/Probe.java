package dev.tidemark.cli.check;

import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a few pages, and counts what it asked for. */
final class Probe {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final SourceReader reader;
  private final InstantSource clock;
  private int requests;

  Probe(SourceReader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Up to {@code most} pages.
   *
   * @param begin lower bound of the first; null for the beginning of the list
   */
  List<Answered> pages(@Nullable Instant begin, int most) throws InterruptedException {
    List<Answered> pages = new ArrayList<>();
    String cursor = null;
    while (pages.size() < most) {
      Answered page = page(begin, cursor);
      pages.add(page);
      cursor = page.next();
      if (cursor == null) {
        break;
      }
    }
    return pages;
  }

  /** The first page from {@code from} on. */
  Answered from(Instant from) throws InterruptedException {
    return page(from, null);
  }

  /** The page behind the one that was asked for from {@code from} on. */
  Answered from(Instant from, String cursor) throws InterruptedException {
    return page(from, cursor);
  }

  /** One record. */
  RecordOutcome single(String id, PageNotes notes) throws InterruptedException {
    requests++;
    return reader.single().read(id, LIMIT, notes);
  }

  int requests() {
    return requests;
  }

  private Answered page(@Nullable Instant from, @Nullable String cursor)
      throws InterruptedException {
    requests++;
    PageNotes notes = new PageNotes();
    Cursor sent = cursor == null ? null : new Cursor(cursor, clock.instant());
    return new Answered(
        cursor, reader.list().read(new PageRequest(from, null, sent, LIMIT), notes), notes);
  }
}
