package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.json.Scalar;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time that a page ends with is the lower bound of the next. Neither the flag, nor the count,
 * nor a time that stands still tells the end alone: together they tell an end, a page that is not
 * ready, and a wall of records of the same second, which cannot be passed without losing some.
 */
final class TimeStepPaging implements Paging {
  private final Pagination.TimeStep declared;
  private final Filter filter;
  private final @Nullable PageSize size;

  TimeStepPaging(Pagination.TimeStep declared, Resource resource) {
    this.declared = declared;
    this.filter =
        Objects.requireNonNull(resource.traversal().filter(), "time-step without a filter");
    this.size = resource.request().pageSize();
  }

  @Override
  public List<MemberPath> looksAt() {
    Flag more = declared.more();
    return more == null ? List.of(declared.next()) : List.of(declared.next(), more.body());
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    if (cursor != null) {
      draft.put(filter.from(), filter.form().format(), cursor);
    }
  }

  @Override
  public Step after(PageSeen page) {
    Flag more = declared.more();
    Said said = more == null ? Said.NOTHING : Said.by(more, page.envelope());
    if (more != null && said == Said.NONSENSE) {
      return Said.missing(more);
    }
    if (said == Said.END) {
      return new Step.End(null);
    }
    Scalar next = page.envelope().at(declared.next());
    if (CursorText.isEmpty(next)) {
      return said == Said.NOTHING && page.envelope().count() == 0
          ? new Step.End(null)
          : new Step.Broken("there may be more but " + declared.next() + " is empty");
    }
    return next(page, said, next);
  }

  private Step next(PageSeen page, Said said, @Nullable Scalar next) {
    Instant at = next != null && next.isValue() ? time(next.text()) : null;
    if (next == null || at == null) {
      return new Step.Broken(declared.next() + " is no time that can be read");
    }
    Instant sent = sent(page.asked());
    int moved = sent == null ? 1 : at.compareTo(sent);
    if (moved < 0) {
      return new Step.Broken(
          declared.next() + " is " + at + ", before " + sent + ", which was asked for");
    }
    if (moved == 0) {
      return still(page, said, at);
    }
    return said == Said.NOTHING && page.envelope().count() == 0
        ? new Step.End(null)
        : CursorText.step(declared.next().toString(), next);
  }

  private Step still(PageSeen page, Said said, Instant at) {
    int asked = page.asked().pageSize();
    int count = page.envelope().count();
    if (asked > 0 && count >= asked) {
      return new Step.Broken(wall(at, asked));
    }
    return said == Said.NOTHING
        ? new Step.End(null)
        : new Step.Unready(
            "the page says that there is more but ends where it began, at "
                + at
                + ", with "
                + count
                + " records");
  }

  /** Nothing but other times in the records, or a larger page, gets past such a wall. */
  private String wall(Instant at, int asked) {
    String remedy =
        size != null && asked < size.max()
            ? "set pageSize to " + size.max() + ", the most that the API answers"
            : "edit some of these records so that their times differ, or ask the vendor";
    return "more records share the time "
        + at
        + " than a page of "
        + asked
        + " holds, so that the walk cannot get past it; nothing was skipped: "
        + remedy;
  }

  private @Nullable Instant sent(Asked asked) {
    String text = asked.cursor() == null ? asked.from() : asked.cursor();
    return text == null ? null : time(text);
  }

  private @Nullable Instant time(String text) {
    return new BoundGrid(filter.form()).read(text);
  }
}
