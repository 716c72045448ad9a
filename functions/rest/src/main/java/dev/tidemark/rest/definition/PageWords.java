package dev.tidemark.rest.definition;

import java.util.List;
import java.util.stream.Collectors;

/** Says in words how the pages of a resource are found, and which is the last. */
final class PageWords {
  private PageWords() {}

  /** What follows {@code pages by}. */
  static String of(Resource resource) {
    return switch (resource.traversal().pagination()) {
      case Pagination.Cursor cursor ->
          "cursor, at "
              + cursor.next()
              + " into "
              + cursor.parameter()
              + (cursor.standing()
                  ? "; an empty page with the cursor that was sent is the last"
                  : "")
              + (cursor.encoded() ? "; it comes percent-encoded" : "")
              + ends(cursor.endValues());
      case Pagination.NextUrl url ->
          "next-url, at "
              + url.next()
              + (url.link() == null ? "" : ", the " + url.link())
              + "; followed at the same origin only"
              + upgraded(url.upgradeHttp())
              + ends(url.endValues());
      case Pagination.LinkHeader link ->
          "link-header, rel=" + link.rel() + upgraded(link.upgradeHttp());
      case Pagination.LastRecord last ->
          "last-record, its "
              + last.field()
              + (last.array() ? " as the array that it is" : "")
              + " into "
              + last.parameter();
      case Pagination.PageNumber number ->
          "page-number, from " + number.first() + behind(number.behindLast());
      case Pagination.Offset offset ->
          "offset, into " + offset.parameter() + behind(offset.behindLast());
      case Pagination.TimeStep step ->
          "time-step, "
              + step.next()
              + " is the next lower bound; its records come twice, land once";
      case Pagination.None() ->
          resource.answer().one() ? "none, it is one record" : "none, the list is one page";
    };
  }

  private static String upgraded(boolean upgrade) {
    return upgrade ? ", http to the same host as https" : "";
  }

  private static String behind(List<Integer> statuses) {
    return statuses.isEmpty()
        ? ""
        : "; "
            + statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "))
            + " behind a page is the end";
  }

  private static String ends(List<String> values) {
    return values.isEmpty() ? "" : "; " + String.join(" or ", values) + " there is the end";
  }
}
