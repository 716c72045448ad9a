package dev.tidemark.core.reconcile;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.source.ChildOutcome;
import dev.tidemark.core.source.ChildReader;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.ParentOutcome;
import dev.tidemark.core.source.ParentOutcome.Word;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads what has vanished among the children: the list of each parent that misses some, page by
 * page and once for all of them. What it does not show to its end is gone. Where there is no list
 * to read, the parent itself is asked for, once: if it is gone, so are its children.
 *
 * <p>What a list showed is kept with the batches as seen, so that a leg that resumes there finds
 * only the others among the candidates.
 */
public final class ChildDeleteDetection implements PageReader {
  private final ResourcePlan plan;
  private final ChildReader children;
  private final String reason;
  private final Families families;

  public ChildDeleteDetection(ResourcePlan plan, ChildReader children, Candidates candidates) {
    this.plan = plan;
    this.children = children;
    this.reason = candidates.reason();
    this.families = Families.of(candidates);
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    if (!reason.isEmpty()) {
      return DeleteDetection.implausible(plan, reason);
    }
    Cursor cursor = request.cursor();
    FamilyPlace place = families.from(cursor == null ? null : FamilyPlace.of(cursor.text()));
    if (place == null) {
      return new PageOutcome.Unasked(null);
    }
    Instant issued = cursor == null ? Instant.EPOCH : cursor.issuedAt();
    return switch (place.step()) {
      case LIST -> list(place, issued, request, sink);
      case PARENT -> parent(place, request, sink);
      case GONE -> new PageOutcome.Unasked(text(families.delete(place, sink)));
      case BEHIND -> throw new IllegalStateException("nothing is behind " + place.parent());
    };
  }

  private PageOutcome list(FamilyPlace place, Instant issued, PageRequest request, PageSink sink)
      throws InterruptedException {
    Families.Shown shown = families.watch(place.parent(), sink);
    return switch (children.list(place.parent(), place.cursor(issued), request.limit(), shown)) {
      case ChildOutcome.Hidden hidden -> hidden(place, hidden, sink);
      case ChildOutcome.Listed(Delivered page) -> {
        families.forget(shown);
        String next = page.next();
        yield delivered(
            families.isEmpty(place.parent())
                ? families.behind(place)
                : next != null ? place.in(next) : families.delete(place, sink),
            page);
      }
      case ChildOutcome.Listed(CursorRejected refused) -> {
        FamilyPlace restarted = place.at().isEmpty() ? null : place.restarted();
        yield restarted == null
            ? refused
            : delivered(restarted, new Delivered(null, null, refused.requestId(), issued));
      }
      case ChildOutcome.Listed(PageOutcome other) -> other;
    };
  }

  private PageOutcome hidden(FamilyPlace place, ChildOutcome.Hidden hidden, PageSink sink) {
    if (children.asksForParent()) {
      return delivered(
          place.asking(hidden.none()),
          new Delivered(null, null, hidden.requestId(), hidden.serverTime()));
    }
    sink.passOver();
    return delivered(
        families.behind(place),
        new Delivered(
            null,
            null,
            hidden.requestId(),
            hidden.serverTime(),
            Warnings.of(Warning.CHILDREN_UNPROVED, 1)));
  }

  private PageOutcome parent(FamilyPlace place, PageRequest request, PageSink sink)
      throws InterruptedException {
    return switch (children.parent(place.parent(), request.limit())) {
      case ParentOutcome.Answered(Word word, String requestId, Instant time) -> {
        Delivered page = new Delivered(null, null, requestId, time);
        boolean gone =
            switch (word) {
              case GONE -> true;
              case THERE -> place.at().equals(FamilyPlace.ONLY);
              case HIDDEN -> false;
            };
        if (gone) {
          yield delivered(families.delete(place, sink), page);
        }
        sink.passOver();
        yield delivered(families.behind(place), page);
      }
      case ParentOutcome.Unknown(PageOutcome why) -> why;
    };
  }

  private static PageOutcome delivered(@Nullable FamilyPlace next, Delivered page) {
    String text = text(next);
    return text != null && !Cursor.fits(text)
        ? new PageOutcome.Refused(
            "the cursor of a parent's list is longer than " + Cursor.MAX_BYTES + " bytes",
            page.requestId())
        : new Delivered(text, null, page.requestId(), page.serverTime(), page.warnings());
  }

  private static @Nullable String text(@Nullable FamilyPlace place) {
    return place == null ? null : place.text();
  }
}
