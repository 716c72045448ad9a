package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.json.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of the page's last record is the next cursor. */
record LastRecordPaging(Pagination.LastRecord declared) implements Paging {
  @Override
  public List<MemberPath> looksAt() {
    Flag more = declared.more();
    return more == null ? List.of() : List.of(more.body());
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    if (cursor != null && declared.array()) {
      draft.json(declared.parameter(), cursor);
    } else if (cursor != null) {
      draft.put(declared.parameter(), cursor);
    }
  }

  @Override
  public Step after(PageSeen page) {
    return CursorText.inText(declared.parameter(), following(page));
  }

  private Step following(PageSeen page) {
    Flag more = declared.more();
    Said said = more == null ? Said.NOTHING : Said.by(more, page.envelope());
    if (more != null && (said == Said.NONSENSE || said == Said.NOTHING)) {
      return Said.missing(more);
    }
    if (said == Said.END || (said == Said.NOTHING && page.envelope().count() == 0)) {
      return new Step.End(null);
    }
    Scalar last = page.envelope().last();
    return last == null || CursorText.isEmpty(last)
        ? new Step.Broken(
            "there may be more but the page's last record has no "
                + declared.field()
                + ", by which it would be asked for")
        : CursorText.step(declared.field().toString(), last, declared.array());
  }
}
