package dev.tidemark.rest.query;

import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.paging.Fit;
import dev.tidemark.rest.paging.Paging;
import org.jspecify.annotations.Nullable;

/** How many records a reader asks for; fewer and fewer where the server cannot give as many. */
public final class PageAsk {
  private final @Nullable PageSize declared;
  private final int wanted;
  private int most = Integer.MAX_VALUE;

  /**
   * Asks for as many as {@code settings} want.
   *
   * @param declared how many the API gives; null where none can be asked for
   */
  public PageAsk(@Nullable PageSize declared, Settings settings) {
    this.declared = declared;
    this.wanted = declared == null ? 0 : settings.pageSize(declared);
  }

  /** How {@code paging} asks for the page at {@code cursor}. */
  public Fit fit(Paging paging, @Nullable String cursor) {
    return paging.fit(cursor, wanted, most);
  }

  /**
   * Asks for half as many from now on, if an answer of {@code status} calls for that.
   *
   * @param asked records that the page was to have
   */
  public void answered(int status, int asked) {
    if (declared != null && declared.shrinkOn().contains(status)) {
      most = Math.max(1, asked / 2);
    }
  }
}
