package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.EndValues;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.json.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cursor from the answer goes into the next request.
 *
 * @param rests whether an empty page that gives the cursor again that was sent is the end, as in a
 *     feed of changes
 */
record CursorPaging(Pagination.Cursor declared, boolean rests) implements Paging {
  @Override
  public List<MemberPath> looksAt() {
    List<MemberPath> paths = new ArrayList<>();
    flags().forEach(flag -> paths.add(flag.body()));
    if (declared.next().body() != null) {
      paths.add(declared.next().body());
    }
    return paths;
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    if (cursor != null) {
      draft.put(declared.parameter(), declared.encoded() ? EncodedCursor.plain(cursor) : cursor);
    }
  }

  /** A query encodes every cursor; one that was encoded already comes back as another. */
  @Override
  public String remark(int status, @Nullable String cursor) {
    return cursor != null && !declared.encoded() && EncodedCursor.looksEncoded(cursor)
        ? "; the cursor looks as if it were percent-encoded already, and is encoded once more: if"
            + " so, declare pagination.encoded: true"
        : "";
  }

  @Override
  public Step after(PageSeen page) {
    return CursorText.inText(declared.parameter(), following(page));
  }

  private Step following(PageSeen page) {
    Flag more = null;
    for (Flag flag : flags()) {
      Said said = Said.by(flag, page.envelope());
      boolean required = flag.equals(declared.more());
      if (said == Said.NONSENSE || (said == Said.NOTHING && required)) {
        return Said.missing(flag);
      }
      if (said == Said.END) {
        return end(page);
      }
      more = said == Said.MORE ? flag : more;
    }
    return more == null ? unsaid(page) : more(page, more);
  }

  private List<Flag> flags() {
    return declared.more() == null ? declared.ends() : List.of(declared.more());
  }

  private Step end(PageSeen page) {
    Scalar last = page.at(declared.next());
    return new Step.End(last != null && CursorText.fits(last) ? last.text() : null);
  }

  private Step more(PageSeen page, Flag flag) {
    Scalar next = page.at(declared.next());
    return next == null || CursorText.isEmpty(next) || declared.endValues().contains(next.text())
        ? new Step.Broken(
            flag.body()
                + " says that there is more but "
                + declared.next()
                + " is "
                + (next == null || CursorText.isEmpty(next) ? "empty" : next.text())
                + ": asking again without a cursor would restart the walk for ever")
        : CursorText.step(declared.next().toString(), next);
  }

  private Step unsaid(PageSeen page) {
    Scalar next = page.at(declared.next());
    if (next == null && !declared.absentEnds()) {
      return new Step.Broken(
          "the page has no "
              + declared.next()
              + ", not even null; is the definition's pagination right? An API that leaves it out"
              + " of its last page has absentEnds: true");
    }
    if (next == null || CursorText.isEmpty(next)) {
      return new Step.End(null, next == null || declared.next().header() != null);
    }
    boolean stands = next.isValue() && next.text().equals(page.asked().cursor());
    if (stands && page.envelope().hadRecords() && page.envelope().count() == 0) {
      return rests
          ? new Step.End(next.text())
          : CursorText.doubted(
              declared.next() + " gives the cursor again that was sent, with an empty page",
              "standing: true");
    }
    if (declared.endValues().contains(next.text())) {
      return new Step.End(null);
    }
    if (declared.encoded() && !EncodedCursor.isEncoded(next.text())) {
      return new Step.Broken(
          declared.next()
              + " is not percent-encoded, although pagination.encoded says so; leave that out");
    }
    return !rests && EndValues.doubtful(next.text())
        ? CursorText.doubted(declared.next() + " is " + next.text(), CursorText.endValue(next))
        : CursorText.step(declared.next().toString(), next);
  }
}
