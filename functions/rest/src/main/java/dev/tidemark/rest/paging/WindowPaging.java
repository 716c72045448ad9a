package dev.tidemark.rest.paging;

import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.Bound;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A walk of an API that selects by two bounds which may lie only so far apart: one window after the
 * other, each paged by {@code inner}, up to the server's time of the walk's first answer. What was
 * changed later is the next run's. The cursor carries the window, so that a walk resumes in it.
 *
 * <p>The upper bound of one is the lower bound of the next: whether an API includes what lies at a
 * bound or not, one of the two shows it. What comes twice lands once.
 */
final class WindowPaging implements Paging {
  /** How much coarser than it selects an API may print its times. */
  private static final Duration PRINT = Duration.ofSeconds(1);

  private final Paging inner;
  private final Filter filter;
  private final Duration window;
  private final Instant since;
  private final BoundGrid grid;

  WindowPaging(Paging inner, Filter filter) {
    Windows windows = filter.windows();
    this.inner = inner;
    this.filter = filter;
    this.window = Objects.requireNonNull(windows.window(), "no window");
    this.since = Objects.requireNonNull(windows.since(), "no beginning");
    this.grid = new BoundGrid(filter.form());
  }

  @Override
  public List<MemberPath> looksAt() {
    return inner.looksAt();
  }

  @Override
  public PageRequest begun(PageRequest walk, Instant now) {
    if (walk.cursor() != null) {
      return walk;
    }
    Instant from = walk.from() == null ? since : walk.from();
    Instant end = walk.until();
    WindowPlace first = window(from, end, end == null ? now : end);
    return new PageRequest(walk.from(), walk.until(), new Cursor(first.text(), now), walk.limit());
  }

  /** The window from {@code from} on, which ends at {@code to} at the latest. */
  private WindowPlace window(Instant from, @Nullable Instant end, Instant to) {
    Instant lower = grid.floor(from);
    Instant widest = grid.within(lower, window);
    Instant last = grid.ceiling(to);
    Instant upper = widest.isBefore(last) ? widest : last;
    return new WindowPlace(
        lower, upper.isAfter(lower) ? upper : grid.ceiling(lower.plusNanos(1)), end, null);
  }

  @Override
  public PageRequest within(PageRequest walk) {
    Cursor at = Objects.requireNonNull(walk.cursor(), "a walk by windows begins in one");
    WindowPlace place = WindowPlace.of(at.text());
    String cursor = place.cursor();
    return inner.within(
        new PageRequest(
            place.from(),
            place.until(),
            cursor == null ? null : new Cursor(cursor, at.issuedAt()),
            walk.limit()));
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    inner.ask(draft, inside(cursor));
  }

  private static @Nullable String inside(@Nullable String cursor) {
    return cursor == null ? null : WindowPlace.of(cursor).cursor();
  }

  private static <T> T in(@Nullable String cursor, Function<WindowPlace, T> answer) {
    return answer.apply(
        WindowPlace.of(Objects.requireNonNull(cursor, "a walk by windows begins in one")));
  }

  @Override
  public @Nullable String own(@Nullable String cursor) {
    return inner.own(inside(cursor));
  }

  @Override
  public boolean begins(@Nullable String cursor) {
    return inner.begins(inside(cursor));
  }

  @Override
  public boolean anew(String next) {
    String inside = inside(next);
    return inside == null || inner.anew(inside);
  }

  /** What a counted page leaves out, no later run asks for. */
  @Override
  public boolean partial(String next) {
    return !anew(next) && !inner.counts();
  }

  @Override
  public boolean tied(String cursor) {
    String inside = inside(cursor);
    return inside != null && inner.tied(inside);
  }

  @Override
  public Fit fit(@Nullable String cursor, int wanted, int most) {
    return in(
        cursor,
        place -> {
          Fit fit = inner.fit(place.cursor(), wanted, most);
          String text = place.at(fit.cursor(), place.end()).text();
          return new Fit(text, fit.size(), fit.problem());
        });
  }

  @Override
  public boolean counts() {
    return inner.counts();
  }

  @Override
  public boolean endsBy(int status, @Nullable String cursor) {
    return inner.endsBy(status, inside(cursor));
  }

  @Override
  public Warnings endedBy(@Nullable String cursor) {
    return inner.endedBy(inside(cursor));
  }

  @Override
  public String remark(int status, @Nullable String cursor) {
    String remark = inner.remark(status, inside(cursor));
    return !begins(cursor) || (status != 400 && status != 422)
        ? remark
        : remark
            + in(
                cursor,
                place ->
                    "; asked was the window from "
                        + place.from()
                        + " until "
                        + place.until()
                        + ": if the API takes shorter ones only, or none so old, correct"
                        + " filter.window or filter.since");
  }

  @Override
  public Step after(PageSeen page) {
    return in(page.asked().cursor(), place -> after(page, place));
  }

  private Step after(PageSeen page, WindowPlace place) {
    Step stray = stray(page.shown().lowest(), place);
    if (stray != null) {
      return stray;
    }
    Instant end = place.end() == null ? page.time() : place.end();
    Step step = inner.after(page.askedAt(place.cursor()));
    return switch (step) {
      case Step.More(String next) -> step(place.at(next, end));
      case Step.End over -> behind(place, end, over);
      case Step.Broken _, Step.Implausible _, Step.Unready _ -> step;
    };
  }

  /** What shows that the API does not keep to the window; null where nothing does. */
  private @Nullable Step stray(@Nullable Instant lowest, WindowPlace place) {
    if (lowest == null) {
      return null;
    }
    if (lowest.isBefore(place.from().minus(PRINT))) {
      return new Step.Broken(
          "asked for what is not before "
              + place.from()
              + ", the API shows a record of "
              + lowest
              + ": it does not heed the lower bound, or reads it in another zone; correct"
              + " filter.from, filter.format or filter.zone");
    }
    return lowest.isAfter(place.until().plus(grid.unit()).plus(PRINT))
        ? new Step.Broken(
            "asked for what is before "
                + place.until()
                + ", the API shows nothing older than "
                + lowest
                + ": it does not heed the upper bound; correct filter.until, or leave filter.window"
                + " out")
        : null;
  }

  @Override
  public Step behind(@Nullable String cursor, Instant time) {
    return in(
        cursor,
        place -> behind(place, place.end() == null ? time : place.end(), new Step.End(null)));
  }

  /** The next window; {@code over} behind the last. */
  private Step behind(WindowPlace place, Instant end, Step.End over) {
    if (!place.until().isBefore(end)) {
      return over;
    }
    Instant from = filter.bound() == Bound.GT ? place.until().minus(grid.unit()) : place.until();
    return step(window(from, end, end));
  }

  private static Step step(WindowPlace place) {
    String text = place.text();
    return Cursor.fits(text)
        ? new Step.More(text)
        : new Step.Broken("the cursor is longer than " + Cursor.MAX_BYTES + " bytes");
  }

  /** An end that was only inferred is suspicious in each window; the last is judged as any end. */
  @Override
  public Warnings noticed(PageSeen page) {
    PageSeen inside = page.askedAt(inside(page.asked().cursor()));
    boolean full =
        inner.after(inside) instanceof Step.End(var _, boolean inferred)
            && inferred
            && page.asked().pageSize() > 0
            && page.envelope().count() == page.asked().pageSize()
            && after(page) instanceof Step.More;
    return inner.noticed(inside).plus(Warnings.of(Warning.FULL_LAST_PAGE, full ? 1 : 0));
  }
}
