package dev.tidemark.cli.check;

import dev.tidemark.core.plan.Pause;
import dev.tidemark.core.source.PageOutcome;
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

/**
 * Asks for a few pages, and counts what it asked for. What may be answered another time is asked
 * for again: a server that stumbles once contradicts nothing.
 */
final class Probe {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** How long it waits before it asks again, once each. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

  /** A longer wait is the operator's to take. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SourceReader reader;
  private final InstantSource clock;
  private final Pause pause;
  private boolean down;
  private int requests;

  /**
   * A probe of a resource.
   *
   * @param down whether the API has stopped answering, so that it is not waited for again
   */
  Probe(SourceReader reader, InstantSource clock, Pause pause, boolean down) {
    this.reader = reader;
    this.clock = clock;
    this.pause = pause;
    this.down = down;
  }

  /** Whether the API was waited for in vain. */
  boolean down() {
    return down;
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
    Answered page = once(from, cursor);
    for (Duration usual : PAUSES) {
      Duration wait = down ? null : wait(page, usual);
      if (wait == null) {
        return page;
      }
      pause.pause(wait);
      page = once(from, cursor);
    }
    down = page.passing();
    return page;
  }

  /** How long to wait before the same page is asked for again; null where that is of no use. */
  private @Nullable Duration wait(Answered page, Duration usual) {
    return switch (page.outcome()) {
      case PageOutcome.Throttled(Instant until, var _, var _) -> {
        Duration asked = Duration.between(clock.instant(), until);
        yield asked.compareTo(PATIENCE) > 0 ? null : asked.isNegative() ? Duration.ZERO : asked;
      }
      case PageOutcome.Unavailable _ -> usual;
      default -> null;
    };
  }

  private Answered once(@Nullable Instant from, @Nullable String cursor)
      throws InterruptedException {
    requests++;
    PageNotes notes = new PageNotes();
    Cursor sent = cursor == null ? null : new Cursor(cursor, clock.instant());
    return new Answered(
        cursor, reader.list().read(new PageRequest(from, null, sent, LIMIT), notes), notes);
  }
}
