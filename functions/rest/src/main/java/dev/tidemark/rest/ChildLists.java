package dev.tidemark.rest;

import dev.tidemark.core.source.PageSink;
import dev.tidemark.rest.definition.Resource;

/**
 * The lists of children, one for each parent.
 *
 * @param resource the children's, with a parent in its path
 */
record ChildLists(SourceConnection source, Resource resource, Line line) {
  /**
   * The list of one parent.
   *
   * @param parent id as JSON text
   */
  RestPageReader of(String parent) {
    Resource one = resource.ofParent(JsonValue.text(parent));
    return new RestPageReader(
        source, one, line, one.one() ? RecordShapes.ofOnly(one) : RecordShapes.of(one));
  }

  PageSink sink(String parent, PageSink sink) {
    return new ChildSink(parent, sink);
  }

  /** Whether an answer of {@code status} hides a parent. */
  static boolean hidden(int status) {
    return status == 403 || status == 404;
  }
}
