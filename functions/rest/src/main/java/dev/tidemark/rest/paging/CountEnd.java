package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Pagination.LastPage;
import org.jspecify.annotations.Nullable;

/** By what a counted walk knows its last page: a flag, else by how many records it has. */
record CountEnd(@Nullable Flag more, LastPage last) {
  Said said(PageSeen page) {
    int count = page.envelope().count();
    if (more != null) {
      return Said.by(more, page.envelope());
    }
    return switch (last) {
      case EMPTY -> count == 0 ? Said.END : Said.MORE;
      case SHORT -> count < page.asked().pageSize() ? Said.END : Said.MORE;
    };
  }
}
