package dev.tidemark.rest.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a list is asked for. */
public record ListRequest(
    @Doc("Path of the list, from the base URL.") String path,
    @Doc("The method by which the list is asked for.") @Default("get") Method method,
    @Doc("Query parameters sent with every page.") @Default("{}") Map<String, String> parameters,
    @Doc("Query parameters of several values, sent with every page.") @Default("{}")
        Map<String, ValueList> in,
    @Flat SentBody sent,
    @Doc("How large a page may be asked for.") @Nullable PageSize pageSize,
    @Doc("How the API is asked for some members of its records only; left out where it is not.")
        @Nullable Fields fields,
    @Doc("What the API can put into its records besides; left out where there is nothing.")
        @Nullable Include include) {
  /** The same at another path. */
  ListRequest at(String other) {
    return new ListRequest(other, method, parameters, in, sent, pageSize, fields, include);
  }

  /** The same for the parent whose id is {@code id}. */
  ListRequest ofParent(String id) {
    Map<String, String> filled = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> filled.put(name, Arguments.text(value, Resource.PARENT, id)));
    return new ListRequest(
        Arguments.segment(path, Resource.PARENT, id),
        method,
        Collections.unmodifiableMap(filled),
        in,
        sent,
        pageSize,
        fields,
        include);
  }

  /** What stands at another path alone: the same parts of a record. */
  ListRequest forOne(String other) {
    return new ListRequest(
        other, Method.GET, Map.of(), Map.of(), SentBody.NONE, null, fields, include);
  }
}
