package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages or records are counted; rows that move in between are seen by the next whole walk. */
record CountedPaging(Parameter parameter, Count count, CountEnd end) implements Paging {
  @Override
  public List<MemberPath> looksAt() {
    Flag more = end.more();
    return more == null ? List.of() : List.of(more.body());
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    draft.put(parameter, position(cursor));
  }

  @Override
  public Step after(PageSeen page) {
    Flag more = end.more();
    Said said = end.said(page);
    if (more != null && (said == Said.NONSENSE || said == Said.NOTHING)) {
      return Said.missing(more);
    }
    if (said == Said.END) {
      return new Step.End(null);
    }
    int records = page.envelope().count();
    // Numbers go on for ever: a flag that is never taken back must not make the walk do so.
    return records == 0
        ? new Step.Broken("the page says that there is more but is empty")
        : new Step.More(Long.toString(count.after(position(page.asked().cursor()), records)));
  }

  private long position(@Nullable String cursor) {
    return cursor == null ? count.first() : Long.parseLong(cursor);
  }
}
