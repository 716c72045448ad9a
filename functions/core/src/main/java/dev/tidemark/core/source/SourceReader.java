package dev.tidemark.core.source;

/**
 * The two ways to ask an API for a resource.
 *
 * @param list its pages
 * @param single its single records
 */
public record SourceReader(PageReader list, RecordReader single) {}
