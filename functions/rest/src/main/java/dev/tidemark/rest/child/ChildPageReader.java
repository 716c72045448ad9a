package dev.tidemark.rest.child;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.page.RestPageReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the children of all parents: a page of parents, then the list of each of them. A parent
 * that may not be read, or is gone by now, is skipped.
 */
public final class ChildPageReader implements PageReader {
  private final RestPageReader parents;
  private final ChildLists children;

  /** Reads the pages of {@code parents}, and the lists of {@code children} below them. */
  public ChildPageReader(RestPageReader parents, ChildLists children) {
    this.parents = parents;
    this.children = children;
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    Cursor cursor = request.cursor();
    ParentWalk walk = cursor == null ? ParentWalk.START : ParentWalk.of(cursor.text());
    Instant issued = cursor == null ? Instant.EPOCH : cursor.issuedAt();
    return walk.todo().isEmpty()
        ? listParents(request, walk, issued, sink)
        : readChildren(request, walk, issued, sink);
  }

  private PageOutcome listParents(
      PageRequest request, ParentWalk walk, Instant issued, PageSink sink)
      throws InterruptedException {
    List<String> ids = new ArrayList<>();
    PageRequest page = at(request, walk.next(), issued);
    boolean undated = parents.seeksUndated(page.cursor());
    PageOutcome outcome = parents.read(page, new IdSink(ids, undated, sink));
    if (!(outcome
        instanceof
        Delivered(String next, var _, String requestId, Instant time, Warnings warnings))) {
      return outcome;
    }
    ParentWalk onto = walk.onto(ids, next);
    if (onto.todo().isEmpty() && next == null) {
      return behind(null, walk.visits(), new Delivered(null, null, requestId, time, warnings));
    }
    return onto.stuck() && next != null
        ? new Refused(
            "the list of parents repeats one page again and again: the position that is asked for"
                + " has no effect; check its pagination's parameter and where it ends",
            requestId)
        : step(onto, requestId, time, warnings);
  }

  private PageOutcome readChildren(
      PageRequest request, ParentWalk walk, Instant issued, PageSink sink)
      throws InterruptedException {
    String parent = walk.todo().getFirst();
    RestPageReader list;
    try {
      list = children.of(parent);
    } catch (DefinitionException e) {
      return new Refused(String.valueOf(e.getMessage()), null);
    }
    PageOutcome outcome = list.read(at(request, walk.child(), issued), children.sink(parent, sink));
    return switch (outcome) {
      case Delivered(String next, var _, String requestId, Instant time, Warnings warnings) ->
          next == null
              ? behind(
                  walk, walk.visits().read(), new Delivered(null, null, requestId, time, warnings))
              : step(walk.in(next), requestId, time, warnings);
      case CursorRejected(var _, String requestId) when walk.child() != null -> {
        ParentWalk restarted = walk.restarted();
        yield restarted == null
            ? outcome
            : step(restarted, requestId, list.answered(), Warnings.NONE);
      }
      case Refused(var _, String requestId) when ChildLists.hidden(list.status()) -> {
        sink.passOver();
        yield behind(
            walk,
            walk.visits().hidden(list.status()),
            new Delivered(null, null, requestId, list.answered()));
      }
      default -> outcome;
    };
  }

  /**
   * Behind a parent, unless too many of them were hidden.
   *
   * @param walk at the parent; null if there is none left
   */
  private PageOutcome behind(@Nullable ParentWalk walk, Visits visits, Delivered page) {
    ParentWalk next = walk == null ? null : walk.behindFirst(visits);
    String problem = children.problem(visits, next == null);
    return problem == null
        ? step(next, page.requestId(), page.serverTime(), page.warnings())
        : new PageOutcome.Implausible(problem);
  }

  private static PageOutcome step(
      @Nullable ParentWalk walk, @Nullable String requestId, Instant time, Warnings warnings) {
    String text = walk == null ? null : walk.text();
    return text != null && !Cursor.fits(text)
        ? new Refused(
            "the ids of a page of parents are longer than "
                + Cursor.MAX_BYTES
                + " bytes in all; set a smaller pageSize",
            requestId)
        : new Delivered(text, null, requestId, time, warnings);
  }

  private static PageRequest at(PageRequest request, @Nullable String cursor, Instant issued) {
    return new PageRequest(
        null, null, cursor == null ? null : new Cursor(cursor, issued), request.limit());
  }
}
