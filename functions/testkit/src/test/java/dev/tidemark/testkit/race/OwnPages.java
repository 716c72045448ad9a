package dev.tidemark.testkit.race;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.source.FakeApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The API as one reader sees it: page size, order on a page and cursors are its own, as those of a
 * SaaS page are that is never served twice alike. What it answers follows from the request and the
 * reader alone.
 *
 * @param now the server's clock
 */
record OwnPages(Shelf shelf, Manner manner, String reader, Instant now)
    implements PageReader, RecordReader {
  /**
   * How it serves.
   *
   * @param backwards whether the records of a page come last first
   * @param loyal whether it takes only cursors that it gave to this reader
   */
  record Manner(int pageSize, boolean backwards, boolean loyal) {
    /** Pages of {@code size}, in order, and any reader's cursor is good. */
    static Manner pagesOf(int size) {
      return new Manner(size, false, false);
    }

    Manner turned() {
      return new Manner(pageSize, true, loyal);
    }

    Manner onlyToItsOwn() {
      return new Manner(pageSize, backwards, true);
    }
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    Cursor cursor = request.cursor();
    String[] place = cursor == null ? new String[] {"0", reader} : cursor.text().split("@", 2);
    if (manner.loyal() && !place[1].equals(reader)) {
      return new PageOutcome.CursorRejected("the cursor is another reader's", requestId(place[0]));
    }
    List<Item> rest = shelf.behind(Long.parseLong(place[0]), request);
    List<Item> page = rest.subList(0, Math.min(manner.pageSize(), rest.size()));
    for (Item item : manner.backwards() ? page.reversed() : page) {
      item.handTo(sink);
    }
    boolean more = rest.size() > page.size();
    String next = more ? page.getLast().id() + "@" + reader : null;
    return new PageOutcome.Delivered(next, null, requestId(place[0]), now);
  }

  @Override
  public boolean asksForOne() {
    return true;
  }

  @Override
  public RecordOutcome read(String id, Duration limit, PageSink sink) throws InterruptedException {
    for (Item item : shelf.items()) {
      if (id.equals(Long.toString(item.id()))) {
        item.handTo(sink);
        return new RecordOutcome.Found(requestId(id), now);
      }
    }
    return new RecordOutcome.Absent(requestId(id), now);
  }

  @Override
  public PublishedLine recall(byte[] line) {
    return new FakeApi(new ManualClock(now), ApiShape.byId(1)).recall(line);
  }

  private String requestId(String place) {
    return reader + "-" + place;
  }
}
