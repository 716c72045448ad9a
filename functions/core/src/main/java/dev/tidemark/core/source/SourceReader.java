package dev.tidemark.core.source;

import org.jspecify.annotations.Nullable;

/**
 * The ways to ask an API for a resource.
 *
 * @param list its pages
 * @param single its single records
 * @param children of one parent after the other; null where its records have none
 */
public record SourceReader(PageReader list, RecordReader single, @Nullable ChildReader children) {
  /** A resource whose records have no parent. */
  public SourceReader(PageReader list, RecordReader single) {
    this(list, single, null);
  }
}
