package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cursors that were given out, what each stands for, and for which query. */
final class IssuedCursors {
  private record Query(@Nullable Instant from, @Nullable Instant until) {}

  private record Issued(FakeRow last, Query query) {}

  private final boolean replays;
  private final Map<String, Issued> issued = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  IssuedCursors(boolean replays) {
    this.replays = replays;
  }

  /** Gives out a cursor that stands behind {@code last}. */
  String issue(FakeRow last, PageRequest request, boolean bookmark) {
    Query query = bookmark ? new Query(null, null) : query(request);
    String text = replays ? "at-" + last.id() + "-" + last.edits() : "c" + (texts.size() + 1);
    issued.put(text, new Issued(last, query));
    texts.add(text);
    return text;
  }

  /**
   * The record that {@code text} stands behind; null if it is unknown, expired or of another query.
   */
  @Nullable FakeRow behind(String text, PageRequest request) {
    Issued one = issued.get(text);
    return one == null || !one.query().equals(query(request)) ? null : one.last();
  }

  /** The cursor given out {@code pages} pages ago. */
  String back(int pages) {
    return texts.get(texts.size() - 1 - pages);
  }

  void expire() {
    issued.clear();
  }

  private static Query query(PageRequest request) {
    return new Query(request.from(), request.until());
  }
}
