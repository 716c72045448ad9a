package dev.tidemark.rest.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the next page is asked for. */
public sealed interface Pagination {

  /** A cursor from the answer goes into the next request. */
  @Doc("A cursor from the answer goes into the next request.")
  record Cursor(
      @Doc("What carries the cursor.") Parameter parameter,
      @Doc("Where the next cursor stands.") Location next,
      @Doc("The flag that says whether there is more; required in every page if given.")
          @Nullable Flag more,
      @Doc("Flags that a page may have; any of them ends the walk, as does an empty cursor.")
          @Default("[]")
          List<Flag> ends,
      @Doc("Whether a page without the cursor's member, not even null, is the last.")
          @Default("false")
          boolean absentEnds,
      @Doc("Whether an empty page that gives the cursor again that was sent is the last.")
          @Default("false")
          boolean standing,
      @Doc(
              "Values of next, as text, that say that this page is the last, beside null and an"
                  + " empty text; one or several.")
          @Default("[]")
          @OneOrMany
          List<String> endValues,
      @Doc(
              "Whether the API gives its cursor percent-encoded already; it is sent as the API gave"
                  + " it.")
          @Default("false")
          boolean encoded)
      implements Pagination {
    public Cursor {
      if (more != null && !ends.isEmpty()) {
        throw new IllegalArgumentException("give either more or ends");
      }
      if (more != null && (standing || !endValues.isEmpty())) {
        throw new IllegalArgumentException(
            "more says which page is the last; leave standing and endValues out");
      }
      if (encoded && parameter.query() == null) {
        throw new IllegalArgumentException(
            "encoded: only a query is percent-encoded; leave it out for a cursor that a header or a"
                + " body carries");
      }
      EndValues.check(endValues);
    }
  }

  /** The answer holds the URL of the next page; only one of the same origin is asked. */
  @Doc("The answer holds the URL of the next page; only one of the same origin is asked.")
  record NextUrl(
      @Doc("Where the URL stands; it may be relative.") Location next,
      @Doc("The flag that says whether there is more; required in every page if given.")
          @Nullable Flag more,
      @Doc("Whether a page without the URL's member, not even null, is the last.") @Default("false")
          boolean absentEnds,
      @Doc(
              "Values there, as text, that say that this page is the last, beside null and an empty"
                  + " text; one or several.")
          @Default("[]")
          @OneOrMany
          List<String> endValues,
      @Doc(
              "Whether a URL with http and the base URL's host means the base URL's scheme, as"
                  + " behind a proxy that ends TLS.")
          @Default("false")
          boolean upgradeHttp,
      @Doc(
              "Which link, where next is the path of an array of links; an array without such a"
                  + " link is the end.")
          @Nullable ChosenLink link)
      implements Pagination {
    public NextUrl {
      if (link != null && next.body() == null) {
        throw new IllegalArgumentException(
            "link: links in an array stand in the body; take kind: link-header for a Link header");
      }
      if (link != null && !endValues.isEmpty()) {
        throw new IllegalArgumentException(
            "link: a list without such a link is the end; leave endValues out");
      }
      if (more != null && !endValues.isEmpty()) {
        throw new IllegalArgumentException("more says which page is the last; leave endValues out");
      }
      EndValues.check(endValues);
    }
  }

  /** A Link header (RFC 8288) holds the URL of the next page. */
  @Doc("A Link header (RFC 8288) holds the URL of the next page; without it there is none.")
  record LinkHeader(
      @Doc("The relation of the next page.") @Default("next") String rel,
      @Doc(
              "Whether a URL with http and the base URL's host means the base URL's scheme, as"
                  + " behind a proxy that ends TLS.")
          @Default("false")
          boolean upgradeHttp)
      implements Pagination {}

  /** A member of the page's last record is the next cursor. */
  @Doc("A member of the page's last record is the next cursor; an empty page is the end.")
  record LastRecord(
      @Doc("What carries the cursor.") Parameter parameter,
      @Doc("Path of the member in a record, joined by dots.") MemberPath field,
      @Doc("The flag that says whether there is more; required in every page if given.")
          @Nullable Flag more,
      @Doc("Whether the member is a JSON array, which a JSON body gives back as it came.")
          @Default("false")
          boolean array)
      implements Pagination {
    public LastRecord {
      field.toMember("field:");
      if (array && (parameter.body() == null || parameter.text() != null)) {
        throw new IllegalArgumentException(
            "array: only a JSON body holds an array; write parameter: {body: search_after} and"
                + " method: post");
      }
    }
  }

  /** Pages are numbered. */
  @Doc("Pages are numbered; only for small collections that every run walks whole.")
  record PageNumber(
      @Doc("What carries the number.") Parameter parameter,
      @Doc("Number of the first page.") @Default("1") int first,
      @Doc("The flag that says whether there is more; required in every page if given.")
          @Nullable Flag more,
      @Doc("Where there is no flag: which page is the last.") @Default("empty") LastPage lastPage,
      @Doc(
              "Statuses by which the API refuses the page behind the last; they mean nothing for"
                  + " the first page.")
          @Default("[]")
          List<Integer> behindLast)
      implements Pagination {
    public PageNumber {
      BehindLast.check(behindLast, more);
      if (first < 0) {
        throw new IllegalArgumentException("first < 0: " + first);
      }
    }
  }

  /** Records are counted. */
  @Doc("Records are counted; only for small collections that every run walks whole.")
  record Offset(
      @Doc("What carries the number of records to leave out.") Parameter parameter,
      @Doc("The flag that says whether there is more; required in every page if given.")
          @Nullable Flag more,
      @Doc("Where there is no flag: which page is the last.") @Default("empty") LastPage lastPage,
      @Doc(
              "Statuses by which the API refuses the page behind the last; they mean nothing for"
                  + " the first page.")
          @Default("[]")
          List<Integer> behindLast)
      implements Pagination {
    public Offset {
      BehindLast.check(behindLast, more);
    }
  }

  /** The time that a page ends with is the lower bound of the next. */
  @Doc("The time that a page ends with replaces the filter's lower bound in the next request.")
  record TimeStep(
      @Doc("Path of the time in the body, written as the filter's bounds are.") MemberPath next,
      @Doc("A flag that a page may have; without it a time that stands still is the end.")
          @Nullable Flag more)
      implements Pagination {
    public TimeStep {
      next.toMember("next:");
    }
  }

  /** The list is one page. */
  @Doc("The list is one page.")
  record None() implements Pagination {}

  /** Which page of a counted list is the last. */
  enum LastPage {
    /** The first without records. */
    EMPTY,
    /** The first with fewer records than were asked for. */
    SHORT
  }
}
