package dev.tidemark.rest.paging;

import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Advance;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way of getting from page to page; without state of its own. */
public interface Paging {
  /** The paths in a page's body that decide. */
  List<MemberPath> looksAt();

  /**
   * Asks for the page at {@code cursor}.
   *
   * @param cursor the text that a {@link Step.More} gave; null for the first page
   */
  void ask(RequestDraft draft, @Nullable String cursor);

  /** Where the walk stands after {@code page}. */
  Step after(PageSeen page);

  /** {@code walk} with a place to begin at, where its first page has one already. */
  default PageRequest begun(PageRequest walk, Instant now) {
    return walk;
  }

  /** The request to make of the API for {@code walk}, where a walk is made of several queries. */
  default PageRequest within(PageRequest walk) {
    return walk;
  }

  /** The API's own cursor in the walk's; null where there is none. */
  default @Nullable String own(@Nullable String cursor) {
    return cursor;
  }

  /** Whether no page named the one at {@code cursor}: it is the first of its query. */
  default boolean begins(@Nullable String cursor) {
    return cursor == null;
  }

  /**
   * Where the walk stands where the question at {@code cursor} was answered by {@link #endsBy} or
   * by nothing, at {@code time} by the server's clock.
   */
  default Step behind(@Nullable String cursor, Instant time) {
    return new Step.End(null);
  }

  /** Whether {@code next} begins another query, since the one before it has ended. */
  default boolean anew(String next) {
    return false;
  }

  /** Whether a page that leads to {@code next} may be a part, since more of it is still to come. */
  default boolean partial(String next) {
    return !anew(next);
  }

  /** Whether the place {@code cursor} lies among records that share one time. */
  default boolean tied(String cursor) {
    return false;
  }

  /** Whether the page at {@code cursor} is asked for because of records without a time alone. */
  default boolean undated(@Nullable String cursor) {
    return false;
  }

  /** What to report of {@code page} that does not keep the walk from continuing. */
  default Warnings noticed(PageSeen page) {
    return Warnings.NONE;
  }

  /**
   * How the page at {@code cursor} is asked for.
   *
   * @param wanted records that a page is to have; 0 where the number cannot be chosen
   * @param most records that a page may have
   */
  default Fit fit(@Nullable String cursor, int wanted, int most) {
    return new Fit(cursor, Math.min(wanted, most), null);
  }

  /** Whether it asks for the next page without being told that there is one. */
  default boolean counts() {
    return false;
  }

  /** Whether an answer of {@code status} to the question at {@code cursor} is the walk's end. */
  default boolean endsBy(int status, @Nullable String cursor) {
    return false;
  }

  /** What to report of an end by {@link #endsBy} at {@code cursor}. */
  default Warnings endedBy(@Nullable String cursor) {
    return Warnings.NONE;
  }

  /**
   * What is to be said of a refusal of {@code status} of the question at {@code cursor}, behind its
   * reason; empty where the walk knows nothing of it.
   */
  default String remark(int status, @Nullable String cursor) {
    return "";
  }

  /**
   * The way that {@code resource} declares.
   *
   * @param secret the query parameters that carry the credential
   */
  static Paging of(Resource resource, BaseUrl base, Set<String> secret) {
    Paging declared = declared(resource, base, secret);
    Filter filter = resource.traversal().filter();
    if (filter == null) {
      return declared;
    }
    TimeField watermark = resource.members().watermark();
    Paging walked =
        resource.traversal().advance() == Advance.BOUND
            ? new BoundPaging(
                declared,
                filter,
                resource.traversal().walk() == null,
                watermark != null && watermark.otherwise() != null)
            : declared;
    return filter.windows().limited() ? new WindowPaging(walked, filter) : walked;
  }

  private static Paging declared(Resource resource, BaseUrl base, Set<String> secret) {
    return switch (resource.traversal().pagination()) {
      case Pagination.Cursor cursor ->
          new CursorPaging(
              cursor,
              cursor.standing()
                  || resource.traversal().promote() == Promotion.CURSOR
                  || !cursor.ends().isEmpty());
      case Pagination.NextUrl url ->
          new NextUrlPaging(url, new Followed(base, url.upgradeHttp(), secret));
      case Pagination.LinkHeader link ->
          new LinkHeaderPaging(link.rel(), new Followed(base, link.upgradeHttp(), secret));
      case Pagination.LastRecord last -> new LastRecordPaging(last);
      case Pagination.PageNumber(var parameter, int first, var more, var last, var behind) ->
          new CountedPaging(parameter, new Count.Pages(first), new CountEnd(more, last, behind));
      case Pagination.Offset(var parameter, var more, var last, var behind) ->
          new CountedPaging(parameter, new Count.Records(), new CountEnd(more, last, behind));
      case Pagination.TimeStep step -> new TimeStepPaging(step, resource);
      case Pagination.None() -> new OnePage();
    };
  }
}
