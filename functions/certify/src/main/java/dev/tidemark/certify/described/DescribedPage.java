package dev.tidemark.certify.described;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that was cut.
 *
 * @param rows its records
 * @param before the record that stood before it; null for none
 * @param more whether there is more behind it
 * @param from where in the list it begins, counted
 */
record DescribedPage(
    List<DescribedRow> rows, @Nullable DescribedRow before, boolean more, int from) {
  /** The record that the next page stands behind; null for none. */
  @Nullable DescribedRow last() {
    return rows.isEmpty() ? before : rows.getLast();
  }

  int end() {
    return from + rows.size();
  }

  /** The page without its records: all of them are still to come. */
  DescribedPage emptied() {
    return new DescribedPage(List.of(), before, true, from);
  }

  /** The page that says that there is more, whether there is or not. */
  DescribedPage promising() {
    return new DescribedPage(rows, before, true, from);
  }

  static DescribedPage cut(List<DescribedRow> all, int from, int size) {
    int begin = Math.min(from, all.size());
    int end = Math.min(begin + size, all.size());
    return new DescribedPage(
        all.subList(begin, end), begin == 0 ? null : all.get(begin - 1), end < all.size(), begin);
  }
}
