package dev.tidemark.rest.paging;

import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.MemberPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ascending list walked by its lower bound: each page is a query of its own from the time that
 * the last one came to, so that an edit moves no row out of sight, whatever the API's cursor is.
 * What comes twice lands once.
 *
 * <p>The bound is the newest time but one, where that is news: a last record that is out of order
 * would else take the walk past what belongs before it. Where a whole page shares one time, the
 * API's own cursor leads on until time moves. An API that does not keep to the bound is walked by
 * its cursor to the end: it is asked for everything by every run.
 *
 * <p>No bound shows a record without a time. So a walk over everything ends with a second query
 * without one, by the API's cursor, unless the definition says {@code walk: bound} itself, and with
 * it that every record has a time.
 */
final class BoundPaging implements Paging {
  /** How much coarser than it selects an API may print its times. */
  private static final Duration PRINT = Duration.ofSeconds(1);

  private final Paging inner;
  private final Filter filter;
  private final boolean timeless;
  private final boolean otherwise;
  private final BoundGrid grid;

  /**
   * @param timeless whether there may be records without a time
   * @param otherwise whether a time may stand where the API's bound does not look
   */
  BoundPaging(Paging inner, Filter filter, boolean timeless, boolean otherwise) {
    this.inner = inner;
    this.filter = filter;
    this.timeless = timeless;
    this.otherwise = otherwise;
    this.grid = new BoundGrid(filter.form());
  }

  @Override
  public List<MemberPath> looksAt() {
    return inner.looksAt();
  }

  @Override
  public PageRequest within(PageRequest walk) {
    Cursor at = walk.cursor();
    if (at == null) {
      return walk;
    }
    BoundPlace place = BoundPlace.of(at.text());
    Instant from = place.from();
    String cursor = place.cursor();
    return new PageRequest(
        from == null ? walk.from() : from,
        walk.until(),
        cursor == null ? null : new Cursor(cursor, at.issuedAt()),
        walk.limit());
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    inner.ask(draft, BoundPlace.of(cursor).cursor());
  }

  @Override
  public @Nullable String own(@Nullable String cursor) {
    return BoundPlace.of(cursor).cursor();
  }

  @Override
  public String remark(int status, @Nullable String cursor) {
    return inner.remark(status, BoundPlace.of(cursor).cursor());
  }

  @Override
  public boolean anew(String next) {
    BoundPlace place = BoundPlace.of(next);
    return place.byCursor() && place.cursor() == null;
  }

  @Override
  public boolean undated(@Nullable String cursor) {
    return !otherwise && BoundPlace.of(cursor).way() == BoundPlace.Way.UNDATED;
  }

  @Override
  public boolean tied(String cursor) {
    return BoundPlace.of(cursor).way() == BoundPlace.Way.TIES;
  }

  @Override
  public Step after(PageSeen page) {
    BoundPlace place = BoundPlace.of(page.asked().cursor());
    Step step = inner.after(page.askedAt(place.cursor()));
    return switch (step) {
      case Step.More(String next) -> more(page, place, next);
      case Step.End _ when place.open() ->
          step(new BoundPlace(BoundPlace.Way.UNDATED, null, null, false));
      case Step.End _, Step.Broken _, Step.Implausible _, Step.Unready _ -> step;
    };
  }

  /** Whether the walk may have left out records without a time once it has a bound. */
  private boolean open(PageSeen page, BoundPlace place) {
    boolean first = page.asked().cursor() == null && page.asked().from() == null;
    return timeless && (first || place.open());
  }

  private Step more(PageSeen page, BoundPlace place, String next) {
    Shown shown = page.shown();
    if (place.byCursor() || ignored(page, place)) {
      // A cursor belongs to the query that gave it.
      BoundPlace.Way way = place.byCursor() ? place.way() : BoundPlace.Way.CURSOR;
      return step(new BoundPlace(way, place.from(), next, false));
    }
    if (!shown.ordered()) {
      // Nor may the cursor lead on: it may be a position, behind which a delete moves a row.
      return new Step.Broken(
          "the list is not in the order that is declared: a record comes before an older one,"
              + " so that no time can tell where a page ends; ask for the oldest change first with"
              + " parameters, or declare order: unordered with promote: run-start and no filter");
    }
    Instant asked = asked(page, place);
    Instant to = moved(shown.second(), asked);
    to = to == null ? moved(shown.highest(), asked) : to;
    return step(
        to == null
            ? new BoundPlace(BoundPlace.Way.TIES, place.from(), next, open(page, place))
            : new BoundPlace(BoundPlace.Way.BOUND, to, null, open(page, place)));
  }

  /** Whether the API shows what is older than what it was asked for. */
  private boolean ignored(PageSeen page, BoundPlace place) {
    Instant asked = asked(page, place);
    Instant lowest = page.shown().lowest();
    return asked != null && lowest != null && lowest.isBefore(asked.minus(PRINT));
  }

  /** The bound as it was sent. */
  private @Nullable Instant asked(PageSeen page, BoundPlace place) {
    String sent = page.asked().from();
    Instant at = sent == null ? null : grid.read(sent);
    Instant from = place.from();
    return at != null || from == null ? at : grid.floor(from);
  }

  /** The bound that {@code at} makes, if it lies behind {@code asked}; else null. */
  private @Nullable Instant moved(@Nullable Instant at, @Nullable Instant asked) {
    Instant bound = at == null ? null : written(at);
    return bound == null || (asked != null && !bound.isAfter(asked)) ? null : bound;
  }

  /**
   * A bound is never later than what it stands for, but it may be coarser; whole days may be those
   * of another zone than is declared, which no page shows.
   */
  private Instant written(Instant at) {
    return grid.floor(at.minus(filter.form().leastLookback()));
  }

  private static Step step(BoundPlace place) {
    String text = place.text();
    return Cursor.fits(text)
        ? new Step.More(text)
        : new Step.Broken("the cursor is longer than " + Cursor.MAX_BYTES + " bytes");
  }

  @Override
  public Warnings noticed(PageSeen page) {
    boolean ties =
        page.shown().highest() != null
            && after(page) instanceof Step.More(String next)
            && tied(next);
    return Warnings.of(Warning.TIES_BY_CURSOR, ties ? 1 : 0);
  }
}
