package dev.tidemark.cli.check;

import dev.tidemark.rest.definition.Pagination;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the pages show of how they follow each other. */
final class PagingClaims {
  private static final String PAGING = "paging";
  private static final String SIZE = "page size";

  private PagingClaims() {}

  static List<DefinitionClaim> of(Sample sample) {
    List<DefinitionClaim> claims = new ArrayList<>();
    claims.add(paging(sample));
    if (sample.asked() > 0) {
      claims.add(size(sample));
    }
    return claims;
  }

  private static DefinitionClaim paging(Sample sample) {
    Answered first = sample.first();
    if (sample.resource().traversal().pagination() instanceof Pagination.None) {
      return DefinitionClaim.ok(PAGING, "the list is one page");
    }
    Answered last = sample.pages().getLast();
    if (last.delivered() && last.next() == null && sample.endsFull() && inferred(sample)) {
      return DefinitionClaim.no(
          PAGING,
          "a page is exactly full with "
              + sample.asked()
              + " records and says nothing of a next one, not even null: is the path of the next"
              + " page right? If the list really ends there, ask for another --set pageSize");
    }
    if (first.next() == null) {
      return DefinitionClaim.unknown(
          PAGING,
          "all came in one page; --set pageSize="
              + Math.max(1, sample.records().size() / 2)
              + " would show a second one");
    }
    if (sample.pages().size() < 2) {
      return DefinitionClaim.unknown(PAGING, "there is more, and it was not asked for");
    }
    DefinitionClaim second = second(first, sample.pages().get(1));
    return second.verdict() == Verdict.OK && sample.pages().size() > 2
        ? third(second, sample)
        : second;
  }

  /** A third page shows what two cannot: that the position moves on. */
  private static DefinitionClaim third(DefinitionClaim second, Sample sample) {
    DefinitionClaim third = second(sample.pages().get(1), sample.pages().get(2));
    return third.verdict() == Verdict.OK ? second : third;
  }

  /** Whether an end is what is left out, not what is said. */
  private static boolean inferred(Sample sample) {
    return switch (sample.resource().traversal().pagination()) {
      case Pagination.Cursor cursor ->
          cursor.absentEnds() && cursor.more() == null && cursor.ends().isEmpty();
      case Pagination.NextUrl url -> url.absentEnds() && url.more() == null;
      case Pagination.LinkHeader _ -> true;
      case Pagination.LastRecord _,
          Pagination.PageNumber _,
          Pagination.Offset _,
          Pagination.TimeStep _,
          Pagination.None _ ->
          false;
    };
  }

  private static DefinitionClaim second(Answered first, Answered second) {
    if (!second.delivered()) {
      return second.passing()
          ? DefinitionClaim.unknown(PAGING, second.why())
          : DefinitionClaim.no(PAGING, "a later page is refused: " + second.why());
    }
    Set<String> both = new HashSet<>(first.notes().ids());
    both.retainAll(second.notes().ids());
    if (!both.isEmpty() && both.equals(first.notes().ids())) {
      return DefinitionClaim.no(
          PAGING,
          "a later page shows the one before once more: what carries the position is not heeded;"
              + " correct the pagination's parameter");
    }
    if (second.next() != null && second.next().equals(second.cursor())) {
      return DefinitionClaim.no(
          PAGING,
          "a later page names itself as the next one: a walk would never end; correct the"
              + " pagination's next");
    }
    return DefinitionClaim.ok(
        PAGING,
        "the second page is another one"
            + (both.isEmpty() ? "" : "; " + both.size() + " records came in both, and land once"));
  }

  private static DefinitionClaim size(Sample sample) {
    int asked = sample.asked();
    int came = sample.first().notes().records().size();
    if (came > asked
        && !(sample.resource().traversal().pagination() instanceof Pagination.TimeStep)) {
      return DefinitionClaim.no(
          SIZE,
          "asked for "
              + asked
              + ", got "
              + came
              + ": the size is not heeded; correct pageSize's parameter");
    }
    if (sample.first().next() == null) {
      return DefinitionClaim.unknown(SIZE, "fewer records than a page");
    }
    return came == asked
        ? DefinitionClaim.ok(SIZE, "asked for " + asked + ", got " + came)
        : DefinitionClaim.unknown(
            SIZE,
            "asked for " + asked + ", got " + came + " though there is more: it may be capped");
  }
}
