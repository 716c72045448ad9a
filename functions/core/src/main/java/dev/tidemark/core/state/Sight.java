package dev.tidemark.core.state;

import dev.tidemark.core.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * What a walk's pages have shown of the records' times.
 *
 * @param highWater the highest trusted watermark seen
 * @param confirmed the high-water before the last page that showed nothing older: one page alone is
 *     no place to resume a walk at
 * @param ascending false once a record came out of order, though order was declared
 * @param fresh whether the current query has shown a record that the run had not seen
 */
public record Sight(
    @Nullable Watermark highWater,
    @Nullable Watermark confirmed,
    boolean ascending,
    boolean fresh) {
  /** Before the first page. */
  public static final Sight NONE = new Sight(null, null, true, false);

  /** After a page that showed {@code high}. */
  Sight seen(@Nullable Watermark high, boolean ordered, boolean news) {
    return new Sight(high, confirmed, ordered, fresh || news);
  }

  /** The same with a high-water that a later page has confirmed. */
  Sight confirming(@Nullable Watermark high) {
    return new Sight(highWater, high, ascending, fresh);
  }

  /** The same before the first page of another query. */
  Sight ofAnotherQuery() {
    return new Sight(highWater, confirmed, ascending, false);
  }
}
