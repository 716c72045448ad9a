package dev.tidemark.testkit.protocol;

import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.state.Bookmark;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.state.Lineage;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.RunScope;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Span;
import dev.tidemark.core.state.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API of a few pages which never answers two owners alike: each reads pages, and is given
 * cursors, of its own.
 */
final class Source {
  static final ResourceKey KEY = ResourceKey.of("acme", "deals");
  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final LandedForm FORM = new LandedForm(1, "");

  private final int pages;
  private final boolean keeps;

  /**
   * @param keeps whether a walk that loses its cursor keeps what it has; otherwise it starts over
   */
  Source(int pages, boolean keeps) {
    this.pages = pages;
    this.keeps = keeps;
  }

  int pages() {
    return pages;
  }

  /** Run {@code number}, before its first page. */
  static Progress begin(int number) {
    return Progress.begin(run(number, null, List.of()), Walk.begin("query", null, null));
  }

  /** The page that a walk comes to next, from 1. */
  static int page(Walk walk) {
    Cursor cursor = walk.position().cursor();
    if (cursor != null) {
      return cursor.text().charAt(0) - '0';
    }
    Instant from = walk.query().from();
    return from == null ? 1 : (int) (from.getEpochSecond() - TIME.getEpochSecond());
  }

  /** Where the walk stands once {@code reader} has read its next page. */
  Walk after(Walk walk, String reader) {
    int page = page(walk);
    boolean ended = page == pages;
    return ended ? walk.end(null) : walk.at(new Cursor((page + 1) + reader, TIME));
  }

  /** The batch of {@code held}'s next page as {@code reader} reads it. */
  StoredBatch batch(Progress held, String reader) {
    Progress after = held.with(held.span().stored()).at(after(held.walk(), reader));
    return new StoredBatch(key(held.span(), held.span().last() + 1), 1, 1, reader, held, after, "");
  }

  static String key(Span span, long sequence) {
    return BatchKey.of(KEY, 1, span, sequence).path();
  }

  /** The keys that a manifest of {@code progress} lists. */
  static List<String> keys(Progress progress) {
    List<Span> spans = new ArrayList<>(progress.run().lineage().inherited());
    spans.add(progress.span());
    List<String> keys = new ArrayList<>();
    spans.forEach(span -> span.sequences().forEach(n -> keys.add(key(span, n))));
    return List.copyOf(keys);
  }

  /** The run that takes over from {@code lost}, whose cursor is refused. */
  Progress restarted(Progress lost, int number) {
    if (!keeps) {
      Run restarted = run(number, lost.run().id(), List.of());
      return Progress.begin(restarted, Walk.begin("query", null, null));
    }
    Run run = run(number, lost.run().id(), List.of(lost.span()));
    Instant from = TIME.plusSeconds(page(lost.walk()));
    return Progress.begin(run, Walk.begin("query", from, null));
  }

  static Seal seal(Progress progress, String owner) {
    Instant at = TIME.plusSeconds(owner.charAt(0));
    RunId run = progress.run().id();
    return new Seal(
        progress,
        at,
        new Checkpoint(run, null, new Bookmark(null, "query", null), TIME, at, FORM, false));
  }

  private static Run run(int number, @Nullable RunId of, List<Span> inherited) {
    RunId id = new RunId("20260101T000000Z-000000000" + number);
    Lineage lineage = of == null ? Lineage.NONE : new Lineage(of, 1, inherited);
    RunScope everything = new RunScope(null, null, null, List.of());
    return new Run(id, Mode.BACKFILL, TIME, FORM, everything, lineage, 0, List.of());
  }
}
