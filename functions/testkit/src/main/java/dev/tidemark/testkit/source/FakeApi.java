package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.memory.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection in memory that is read page by page, may be changed at any time, and fails at the
 * calls that a test names. Calls are counted from 1 over all readers.
 */
public final class FakeApi implements PageReader, RecordReader {
  private final ManualClock clock;
  private final ApiShape shape;
  private final FakeCollection collection;
  private final IssuedCursors cursors;
  private final Incidents incidents = new Incidents();
  private final List<Served> served = new ArrayList<>();
  private final List<String> askedFor = new ArrayList<>();
  private boolean asksForOne = true;
  private boolean detailed;
  private Duration latency = Duration.ZERO;
  private int calls;

  public FakeApi(ManualClock clock, ApiShape shape) {
    this.clock = clock;
    this.shape = shape;
    this.collection = new FakeCollection(shape);
    this.cursors = new IssuedCursors(shape.replays());
  }

  /** Adds a record, or replaces the one of the same id. */
  public synchronized void add(long id, Instant updatedAt) {
    collection.put(new FakeRow(id, updatedAt, 0, FakeRow.Kind.RECORD, 0));
  }

  /** Adds a record without a time, or replaces the one of the same id. */
  public synchronized void addUndated(long id) {
    collection.put(new FakeRow(id, null, 0, FakeRow.Kind.RECORD, 0));
  }

  /** Adds records 1 to {@code count}, one second apart, the first at {@code from}. */
  public synchronized void addAll(int count, Instant from) {
    for (int id = 1; id <= count; id++) {
      add(id, from.plusSeconds(id - 1L));
    }
  }

  /** Adds a value that cannot be a record. */
  public synchronized void addOdd(long id, Instant updatedAt) {
    collection.put(new FakeRow(id, updatedAt, 0, FakeRow.Kind.ODD, 0));
  }

  /** Edits a record now, which moves it to the end of an ascending walk. */
  public synchronized void edit(long id) {
    edit(id, clock.instant());
  }

  /** Edits a record, which says that it was at {@code at}; null for one that does not say. */
  public synchronized void edit(long id, @Nullable Instant at) {
    collection.put(collection.get(id).edited(at));
  }

  /** Changes a record's bytes and nothing that says so: neither its time nor its version moves. */
  public synchronized void rewrite(long id) {
    collection.put(collection.get(id).edited(collection.get(id).updatedAt()));
  }

  /** Leaves a stub of a record, which says that it is gone and nothing else. */
  public synchronized void bury(long id) {
    collection.put(collection.get(id).buried());
  }

  /** Removes a record without a trace. */
  public synchronized void remove(long id) {
    collection.remove(id);
  }

  /** Brings a record back as it was when it was removed. */
  public synchronized void restore(long id) {
    collection.restore(id);
  }

  /** Lets the {@code call}-th call go wrong. */
  public synchronized void failing(int call, ApiFault fault) {
    incidents.failing(call, fault);
  }

  /** Lets something happen just before the {@code call}-th call is answered. */
  public synchronized void before(int call, Runnable change) {
    incidents.changing(call, change);
  }

  /** From now on this happens before every call. */
  public synchronized void beforeEach(ApiIncident incident) {
    incidents.each(incident);
  }

  /** From now on bounds mean nothing: every query shows everything. */
  public synchronized void ignoresFilter() {
    collection.filter(FakeFilter.IGNORED);
  }

  /** From now on what lies at a lower bound is not shown. */
  public synchronized void leavesOutTheBound() {
    collection.filter(FakeFilter.EXCLUSIVE);
  }

  /** From now on lists show a record only when its time is {@code lag} ago. */
  public synchronized void showsAfter(Duration lag) {
    collection.settling(lag);
  }

  /** From now on an answer takes so long. */
  public synchronized void answersAfter(Duration time) {
    latency = time;
  }

  /** Forgets every cursor that was given out. */
  public synchronized void expireCursors() {
    cursors.expire();
  }

  /** The calls so far, in order. */
  public synchronized List<Served> served() {
    return List.copyOf(served);
  }

  /** The records as they are now, by id as JSON text. */
  public synchronized Map<String, String> truth() {
    Map<String, String> truth = new TreeMap<>();
    for (FakeRow row : collection.all()) {
      if (!row.odd() && !row.stub()) {
        truth.put(Long.toString(row.id()), row.json());
      }
    }
    return truth;
  }

  @Override
  public synchronized PageOutcome read(PageRequest request, PageSink sink)
      throws InterruptedException {
    int call = ++calls;
    ApiFault fault = incidents.before(call);
    clock.advance(latency);
    Answer answer = answer(request, sink, fault, "req-" + call);
    served.add(new Served(request, answer.outcome(), answer.records()));
    return answer.outcome();
  }

  private record Answer(PageOutcome outcome, int records) {}

  private Answer answer(
      PageRequest request, PageSink sink, @Nullable ApiFault fault, String requestId)
      throws InterruptedException {
    return switch (fault) {
      case null -> page(request, sink, -1, requestId);
      case ApiFault.Back(int pages) -> page(request, sink, pages, requestId);
      case ApiFault.Throttled(Duration time) ->
          nothing(new PageOutcome.Throttled(clock.instant().plus(time), true, requestId));
      case ApiFault.Unavailable() -> nothing(new PageOutcome.Unavailable("status 503", requestId));
      case ApiFault.Truncated(int records) -> {
        List<FakeRow> rows = collection.after(last(request), request, clock.instant());
        int handed = rows == null ? 0 : hand(rows.subList(0, Math.min(records, rows.size())), sink);
        yield new Answer(new PageOutcome.Unavailable("the body broke off", requestId), handed);
      }
      case ApiFault.CursorRejected() -> rejected(requestId);
      case ApiFault.FilterRefused() ->
          nothing(new PageOutcome.FilterRefused("the filter is unknown", requestId));
      case ApiFault.Refused() -> nothing(new PageOutcome.Refused("status 403", requestId));
      case ApiFault.Broken() -> throw new IllegalStateException("the reader is broken");
    };
  }

  private Answer page(PageRequest request, PageSink sink, int back, String requestId)
      throws InterruptedException {
    FakeRow last = last(request);
    List<FakeRow> rest = collection.after(last, request, clock.instant());
    if (rest == null || (request.cursor() != null && last == null)) {
      return rejected(requestId);
    }
    List<FakeRow> page = rest.subList(0, Math.min(shape.pageSize(), rest.size()));
    hand(page, sink);
    FakeRow end = page.isEmpty() ? last : page.getLast();
    boolean more = rest.size() > page.size();
    String next = more ? cursors.issue(page.getLast(), request, false) : null;
    String bookmark =
        !more && shape.bookmarks() && end != null ? cursors.issue(end, request, true) : null;
    return new Answer(
        new PageOutcome.Delivered(
            back < 0 ? next : again(request, back), bookmark, requestId, clock.instant()),
        page.size());
  }

  private String again(PageRequest request, int back) {
    return back == 0 && request.cursor() != null ? request.cursor().text() : cursors.back(back);
  }

  private @Nullable FakeRow last(PageRequest request) {
    return request.cursor() == null ? null : cursors.behind(request.cursor().text(), request);
  }

  /** From now on there is no way to ask for one record. */
  public synchronized void listsOnly() {
    asksForOne = false;
  }

  /** From now on a record that is asked for alone shows a member more than in a list. */
  public synchronized void showsMoreOfOne() {
    detailed = true;
  }

  /** From now on the list does not show a record that is there. */
  public synchronized void hide(long id) {
    collection.hide(id);
  }

  /** The single records asked for, in order. */
  public synchronized List<String> askedFor() {
    return List.copyOf(askedFor);
  }

  @Override
  public synchronized boolean asksForOne() {
    return asksForOne;
  }

  @Override
  public synchronized RecordOutcome read(String id, Duration limit, PageSink sink)
      throws InterruptedException {
    int call = ++calls;
    ApiFault fault = incidents.before(call);
    clock.advance(latency);
    askedFor.add(id);
    String requestId = "req-" + call;
    if (fault != null) {
      return new RecordOutcome.Unknown(new PageOutcome.Unavailable("status 503", requestId));
    }
    FakeRow row = collection.find(Long.parseLong(id));
    if (row == null) {
      return new RecordOutcome.Absent(requestId, clock.instant());
    }
    if (detailed) {
      row.handInDetailTo(sink);
    } else {
      hand(List.of(row), sink);
    }
    return new RecordOutcome.Found(requestId, clock.instant());
  }

  @Override
  public PublishedLine recall(byte[] line) {
    return Recall.of(line);
  }

  private static int hand(List<FakeRow> rows, PageSink sink) throws InterruptedException {
    for (FakeRow row : rows) {
      row.handTo(sink);
    }
    return rows.size();
  }

  private static Answer rejected(String requestId) {
    return nothing(new PageOutcome.CursorRejected("the cursor is unknown", requestId));
  }

  private static Answer nothing(PageOutcome outcome) {
    return new Answer(outcome, 0);
  }
}
