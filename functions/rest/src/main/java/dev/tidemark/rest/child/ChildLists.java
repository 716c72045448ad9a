package dev.tidemark.rest.child;

import dev.tidemark.core.source.PageSink;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.json.NamedParent;
import dev.tidemark.rest.json.RecordShape;
import dev.tidemark.rest.page.RestPageReader;
import dev.tidemark.rest.record.JsonValue;
import dev.tidemark.rest.record.RecordShapes;
import dev.tidemark.rest.request.Line;
import dev.tidemark.rest.request.Session;
import org.jspecify.annotations.Nullable;

/**
 * The lists of children, one for each parent.
 *
 * @param name the children's, for messages
 * @param resource the children's, with a parent in its path
 */
public record ChildLists(Session session, String name, Resource resource, Line line) {
  /**
   * The list of one parent.
   *
   * @param parent id as JSON text
   */
  RestPageReader of(String parent) {
    String id = JsonValue.text(parent);
    Resource one = resource.ofParent(id);
    RecordShape shape = one.answer().one() ? RecordShapes.ofOnly(one) : RecordShapes.of(one);
    MemberPath named = resource.kin().parentId();
    return new RestPageReader(
        session, one, line, named == null ? shape : shape.of(new NamedParent(named, id)));
  }

  PageSink sink(String parent, PageSink sink) {
    return new ChildSink(parent, sink);
  }

  /**
   * Why a walk cannot be believed whose parents have answered so; null if it can.
   *
   * @param ended whether there is no parent left
   */
  @Nullable String problem(Visits visits, boolean ended) {
    return visits.problem(
        name, String.valueOf(resource.kin().parent()), resource.kin().hidden(), ended);
  }

  /** Whether an answer of {@code status} hides a parent. */
  static boolean hidden(int status) {
    return status == 403 || missing(status);
  }

  /** Whether an answer of {@code status} says that there is nothing. */
  static boolean missing(int status) {
    return status == 404 || status == 410;
  }
}
