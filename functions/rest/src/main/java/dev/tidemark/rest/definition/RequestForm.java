package dev.tidemark.rest.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a resource can be asked for in the way that it declares. */
final class RequestForm {
  private RequestForm() {}

  /** Why it cannot; null if it can. */
  static @Nullable String problem(Resource resource) {
    String twice = twice(resource);
    if (twice != null) {
      return twice;
    }
    boolean form = resource.request().sent().bodyForm() == BodyForm.FORM;
    if (resource.request().method() == Method.POST) {
      return form ? flat(resource) : null;
    }
    if (form) {
      return "bodyForm: form: a GET carries no body; write method: post";
    }
    if (!resource.request().sent().body().isEmpty()) {
      return "body: a GET carries none; write method: post";
    }
    return placed(resource)
        .flatMap(Stream::ofNullable)
        .map(Parameter::body)
        .flatMap(Stream::ofNullable)
        .map(path -> "{body: " + path + "}: a GET carries no body; write method: post")
        .findFirst()
        .orElse(null);
  }

  /** A form has names and values, and nothing below them. */
  private static @Nullable String flat(Resource resource) {
    for (var member : resource.request().sent().body().entrySet()) {
      if (!member.getValue().isValueNode() || member.getValue().isNull()) {
        return "body: "
            + member.getKey()
            + " is no single value, and bodyForm: form holds no other";
      }
    }
    if (resource.traversal().pagination() instanceof Pagination.LastRecord last && last.array()) {
      return "pagination.array: a form holds no array; leave bodyForm out for a JSON body";
    }
    return placed(resource)
        .flatMap(Stream::ofNullable)
        .map(Parameter::body)
        .flatMap(Stream::ofNullable)
        .filter(path -> path.names().size() > 1)
        .map(path ->
            "{body: "
                + path
                + "}: a form has no members below others; write its name in"
                + " quotes if it has a dot")
        .findFirst()
        .orElse(null);
  }

  /** A text that shares its query parameter would be sent beside another one. */
  private static @Nullable String twice(Resource resource) {
    Set<String> names = new HashSet<>(resource.request().parameters().keySet());
    names.addAll(resource.request().in().keySet());
    List<Parameter> all = placed(resource).flatMap(Stream::ofNullable).toList();
    boolean texts = all.stream().anyMatch(one -> one.text() != null);
    for (Parameter one : texts ? all : List.<Parameter>of()) {
      if (one.query() != null && !names.add(one.query())) {
        return "text: the query parameter "
            + one.query()
            + " is sent for something else already; write both in one text, or leave one out";
      }
    }
    return null;
  }

  private static Stream<@Nullable Parameter> placed(Resource resource) {
    PageSize size = resource.request().pageSize();
    Filter filter = resource.traversal().filter();
    Fields fields = resource.request().fields();
    Include include = resource.request().include();
    return Stream.of(
        cursor(resource.traversal().pagination()),
        size == null ? null : size.parameter(),
        filter == null ? null : filter.from(),
        filter == null ? null : filter.until(),
        fields == null ? null : fields.parameter(),
        include == null ? null : include.parameter());
  }

  private static @Nullable Parameter cursor(Pagination pagination) {
    return switch (pagination) {
      case Pagination.Cursor cursor -> cursor.parameter();
      case Pagination.LastRecord last -> last.parameter();
      case Pagination.PageNumber number -> number.parameter();
      case Pagination.Offset offset -> offset.parameter();
      case Pagination.NextUrl _,
          Pagination.LinkHeader _,
          Pagination.TimeStep _,
          Pagination.None _ ->
          null;
    };
  }
}
