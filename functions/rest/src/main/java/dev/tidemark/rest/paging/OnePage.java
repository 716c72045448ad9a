package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.MemberPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that is one page. */
record OnePage() implements Paging {
  @Override
  public List<MemberPath> looksAt() {
    return List.of();
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {}

  @Override
  public Step after(PageSeen page) {
    return new Step.End(null);
  }
}
