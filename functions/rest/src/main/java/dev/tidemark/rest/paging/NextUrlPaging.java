package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.EndValues;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.json.Scalar;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer holds the URL of the next page. */
record NextUrlPaging(Pagination.NextUrl declared, Followed followed) implements Paging {
  @Override
  public List<MemberPath> looksAt() {
    Flag more = declared.more();
    return Stream.of(declared.next().body(), more == null ? null : more.body())
        .flatMap(Stream::ofNullable)
        .toList();
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    if (cursor != null) {
      draft.goTo(cursor);
    }
  }

  @Override
  public String remark(int status, @Nullable String cursor) {
    return followed.remark(status, cursor);
  }

  @Override
  public Step after(PageSeen page) {
    Flag more = declared.more();
    Said said = more == null ? Said.NOTHING : Said.by(more, page.envelope());
    if (more != null && (said == Said.NONSENSE || said == Said.NOTHING)) {
      return Said.missing(more);
    }
    if (said == Said.END) {
      return new Step.End(null);
    }
    Scalar next = page.at(declared.next());
    String name = declared.next().toString();
    if (next == null && said == Said.NOTHING && !declared.absentEnds()) {
      return new Step.Broken(
          "the page has no "
              + name
              + ", not even null; is the definition's pagination right? An API that leaves it out"
              + " of its last page has absentEnds: true");
    }
    if (next == null || CursorText.isEmpty(next)) {
      return said == Said.NOTHING
          ? new Step.End(
              null, next == null || declared.next().header() != null || declared.link() != null)
          : new Step.Broken("the page says that there is more but " + name + " is empty");
    }
    if (declared.endValues().contains(next.text())) {
      return new Step.End(null);
    }
    if (EndValues.doubtful(next.text())) {
      return CursorText.doubted(name + " is " + next.text(), CursorText.endValue(next));
    }
    return next.kind() == Scalar.Kind.TEXT
        ? ReturnedUrl.step(name, next.text(), page.asked().uri(), followed)
        : new Step.Broken(name + problem(next));
  }

  private String problem(Scalar next) {
    if (declared.link() != null) {
      return " is no array of links, or one from which the "
          + declared.link()
          + " cannot be told: is pagination.link right?";
    }
    return next.isArray()
        ? " is an array; if it is one of links, declare pagination.link: {member: rel, equals:"
            + " next, url: href} with the names that its links have"
        : " is no URL";
  }
}
