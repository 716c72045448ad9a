package dev.tidemark.core.reconcile;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what has vanished as if the API listed it: a page is one candidate, which the API is asked
 * for, and a delete only if the API says that there is no such record. Where the API cannot be
 * asked for one record, the walk over everything has to do, unless the list moves under it.
 */
public final class DeleteDetection implements PageReader {
  /** Candidates of a page where nothing has to be asked. */
  static final int UNASKED = 1000;

  private final ResourcePlan plan;
  private final RecordReader records;
  private final Candidates candidates;
  private final Warnings noticed;

  public DeleteDetection(
      ResourcePlan plan, RecordReader records, Candidates candidates, Warnings noticed) {
    this.plan = plan;
    this.records = records;
    this.candidates = candidates;
    this.noticed = noticed;
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    if (!candidates.reason().isEmpty()) {
      return implausible(plan, candidates.reason());
    }
    Cursor done = request.cursor();
    SortedMap<String, PublishedLine> all = candidates.byIdentity();
    List<Map.Entry<String, PublishedLine>> left =
        (done == null ? all : all.tailMap(done.text() + "\0"))
            .entrySet().stream().limit(UNASKED + 1L).toList();
    if (left.isEmpty()) {
      return new PageOutcome.Unasked(null);
    }
    if (!records.asksForOne() && !stands()) {
      return new PageOutcome.Unasked(null, Warnings.of(Warning.DELETES_UNPROVED, all.size()));
    }
    return records.asksForOne() ? ask(request, left, sink) : believe(left, sink);
  }

  /**
   * Whether the walk shows all that is there. A list that moves under it may have jumped over some:
   * the closing query reads most of that, and the next run the rest. A list that goes by positions
   * moves whatever is declared, and one whose last page is full may continue. There, only the API's
   * word for each record would be a proof.
   */
  private boolean stands() {
    return !plan.closingQuery()
        && !noticed.has(Warning.POSITIONAL)
        && !noticed.has(Warning.FULL_LAST_PAGE);
  }

  private PageOutcome ask(
      PageRequest request, List<Map.Entry<String, PublishedLine>> left, PageSink sink)
      throws InterruptedException {
    PublishedLine line = left.getFirst().getValue();
    String next = left.size() == 1 ? null : left.getFirst().getKey();
    News news = new News(line, sink);
    return switch (records.read(line.id(), request.limit(), news)) {
      case RecordOutcome.Found(String requestId, var _) when news.none != null ->
          new PageOutcome.Refused(
              plan.key()
                  + ": asked for the record "
                  + line.id()
                  + ", the API gave what is none ("
                  + news.none
                  + "), which proves neither that it is there nor that it is gone; check"
                  + " single.record and id",
              requestId);
      case RecordOutcome.Found(String requestId, var serverTime) ->
          new Delivered(next, null, requestId, serverTime);
      case RecordOutcome.Absent(String requestId, var serverTime) -> {
        delete(line, sink);
        yield new Delivered(next, null, requestId, serverTime);
      }
      case RecordOutcome.Unknown(PageOutcome why) -> why;
    };
  }

  private PageOutcome believe(List<Map.Entry<String, PublishedLine>> left, PageSink sink)
      throws InterruptedException {
    boolean more = left.size() > UNASKED;
    List<Map.Entry<String, PublishedLine>> now = more ? left.subList(0, UNASKED) : left;
    for (Map.Entry<String, PublishedLine> each : now) {
      delete(each.getValue(), sink);
    }
    @Nullable String next = more ? now.getLast().getKey() : null;
    return new PageOutcome.Unasked(next);
  }

  /** What the walk came to cannot be believed. */
  static PageOutcome implausible(ResourcePlan plan, String reason) {
    return new PageOutcome.Implausible(plan.key() + ": " + reason + "; no delete was published");
  }

  /** Publishes that the record of {@code line} is gone. */
  static void delete(PublishedLine line, PageSink sink) throws InterruptedException {
    sink.accept(
        new RawRecord(
            JsonSlice.of(line.tombstone()),
            line.identity(),
            null,
            line.landed().version(),
            line.rank(),
            line.landed().generation(),
            line.landed().parent(),
            true));
  }

  /**
   * Hands on a record that is still there only if something has changed of what is published of it:
   * a record that is asked for alone often shows more, and the list's form is the one that lands.
   */
  private static final class News implements PageSink {
    private final PublishedLine line;
    private final PageSink sink;

    /** Why what came is no record; null where nothing of the kind came. */
    private @Nullable String none;

    News(PublishedLine line, PageSink sink) {
      this.line = line;
      this.sink = sink;
    }

    @Override
    public void accept(RawRecord record) throws InterruptedException {
      if (record.deleted() || !line.form().isIn(record)) {
        sink.accept(record);
      }
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason) {
      none = reason;
    }

    @Override
    public void passOver() {
      sink.passOver();
    }
  }
}
