package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.Bound;
import dev.tidemark.rest.definition.Filter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the pages of one list. */
final class Lists {
  private final ListForm form;
  private final Manner manner;
  private final DescribedRows rows;
  private final int unknownToken;
  private final InstantSource clock;
  private final Tokens tokens = new Tokens();

  Lists(ListForm form, Manner manner, DescribedRows rows, int unknownToken, InstantSource clock) {
    this.form = form;
    this.manner = manner;
    this.rows = rows;
    this.unknownToken = unknownToken;
    this.clock = clock;
  }

  /** A page with the bounds that it was selected by. */
  record Found(DescribedPage page, TimeWindow bounds) {}

  /**
   * The page that is asked for.
   *
   * @throws RefusedException if it is not asked for as described
   */
  Found find(Asking asking) {
    asking.check(form.way());
    String token = asking.token(form.paging());
    TimeWindow asked = TimeWindow.of(asking.request(), form, token != null, clock.instant());
    if (manner.lower() == Manner.Lower.REFUSED && asked.from() != null) {
      throw new RefusedException(400, "the filter is not supported");
    }
    Tokens.Place place = place(asking, token, asked);
    TimeWindow bounds = place == null ? asked : place.bounds();
    List<DescribedRow> all = rows.sorted(asking.parent(), order());
    List<DescribedRow> shown = all.stream().filter(row -> ripe(row) && shows(row, bounds)).toList();
    int size = asking.size(form.way().size(), manner.records());
    return new Found(
        DescribedPage.cut(
            shown,
            begin(shown, token, place, size),
            form.paging() instanceof PageForm.Whole ? Integer.MAX_VALUE / 2 : size),
        bounds);
  }

  Tokens tokens() {
    return tokens;
  }

  private Comparator<DescribedRow> order() {
    Sorting other = manner.sorting();
    return (other == null ? form.sorting() : other).order();
  }

  /** An API that refuses young bounds does not show young records either. */
  private boolean ripe(DescribedRow row) {
    Filter selection = form.selection();
    Duration youngest = selection == null ? null : selection.youngest();
    return youngest == null
        || row.at() == null
        || !row.at().isAfter(clock.instant().minus(youngest));
  }

  private boolean shows(DescribedRow row, TimeWindow bounds) {
    boolean steps = form.paging() instanceof PageForm.Steps;
    if (manner.lower() == Manner.Lower.IGNORED && !steps) {
      return new TimeWindow(null, bounds.until()).pass(row, false);
    }
    boolean exclusive =
        manner.lower() == Manner.Lower.EXCLUSIVE
            || (form.selection() != null && form.selection().bound() == Bound.GT);
    return bounds.pass(row, exclusive);
  }

  private Tokens.@Nullable Place place(Asking asking, @Nullable String token, TimeWindow asked) {
    boolean opaque =
        form.paging() instanceof PageForm.Token
            || form.paging() instanceof PageForm.Url
            || form.paging() instanceof PageForm.Link;
    if (token == null || !opaque) {
      return null;
    }
    Tokens.Place place = tokens.find(token);
    Filter selection = form.selection();
    boolean beside = selection != null && selection.withCursor();
    if (place == null
        || place.parent() != asking.parent()
        || (beside && !place.bookmark() && !place.bounds().equals(asked))) {
      throw new RefusedException(unknownToken, "the page token is unknown");
    }
    return place.bookmark()
        ? new Tokens.Place(place.last(), place.parent(), asked, place.position(), true)
        : place;
  }

  private int begin(
      List<DescribedRow> shown, @Nullable String token, Tokens.@Nullable Place place, int size) {
    if (token == null) {
      return 0;
    }
    return switch (form.paging()) {
      case PageForm.Token _, PageForm.Url _, PageForm.Link _ ->
          place == null || place.last() == null
              ? 0
              : manner.naming() == Manner.Naming.POSITION
                  ? place.position()
                  : behind(shown, place.last());
      case PageForm.Behind(var _, PageForm.Behind.Member member, var _) ->
          behind(shown, token, member);
      case PageForm.Counted(var _, long first, boolean pages, var _) ->
          counted(token, first, pages ? size : 1);
      case PageForm.Steps _, PageForm.Whole _ -> 0;
    };
  }

  /** A record that has moved is stood behind where it was, unless tokens follow it. */
  private int behind(List<DescribedRow> shown, DescribedRow last) {
    DescribedRow now = manner.naming() == Manner.Naming.RECORD ? rows.find(last.id()) : null;
    DescribedRow place = now == null ? last : now;
    Comparator<DescribedRow> order = order();
    return (int) shown.stream().filter(row -> order.compare(row, place) <= 0).count();
  }

  private int behind(List<DescribedRow> shown, String value, PageForm.Behind.Member member) {
    return switch (member) {
      case ID -> behind(shown, named(value));
      case KEY ->
          behind(
              shown,
              named(
                  form.record().keyInArray() && value.matches("\\[\\d+]")
                      ? value.substring(1, value.length() - 1)
                      : value));
      case TIME -> {
        Instant at = time(value);
        yield (int) shown.stream().filter(row -> row.at() == null || !row.at().isAfter(at)).count();
      }
    };
  }

  private DescribedRow named(String id) {
    DescribedRow row = id.matches("\\d{1,18}") ? rows.find(Long.parseLong(id)) : null;
    if (row == null) {
      throw new RefusedException(unknownToken, "there is no record " + id);
    }
    return row;
  }

  private Instant time(String text) {
    ApiClock clockwork = form.record().clockwork();
    Instant at = clockwork == null ? null : clockwork.read(text);
    if (at == null) {
      throw new RefusedException(unknownToken, "\"" + text + "\" is no time");
    }
    return at;
  }

  private int counted(String token, long first, int times) {
    if (!token.matches("\\d{1,9}") || Long.parseLong(token) < first) {
      throw new RefusedException(unknownToken, "\"" + token + "\" is no count");
    }
    return Math.toIntExact((Long.parseLong(token) - first) * times);
  }
}
