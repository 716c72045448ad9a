package dev.tidemark.rest;

import dev.tidemark.rest.definition.PageSize;
import org.jspecify.annotations.Nullable;

/** How many records a reader asks for; fewer and fewer where the server cannot give as many. */
final class PageAsk {
  private final @Nullable PageSize declared;
  private int size;

  PageAsk(@Nullable PageSize declared, Settings settings) {
    this.declared = declared;
    this.size = declared == null ? 0 : settings.pageSize(declared);
  }

  /** Records asked for; 0 where the number cannot be chosen. */
  int size() {
    return size;
  }

  /** Asks for half as many from now on, if an answer of {@code status} calls for that. */
  void answered(int status) {
    if (declared != null && declared.shrinkOn().contains(status)) {
      size = Math.max(1, size / 2);
    }
  }
}
