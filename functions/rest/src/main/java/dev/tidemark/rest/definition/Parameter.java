package dev.tidemark.rest.definition;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where in a request a value goes: into the query, a header, or the JSON body. */
@Doc("Where in a request a value goes; exactly one. A plain text names a query parameter.")
public record Parameter(
    @Doc("Name of a query parameter.") @Shorthand @Nullable String query,
    @Doc("Name of a request header.") @Nullable String header,
    @Doc("Path of a member of the JSON body, joined by dots.") @Nullable MemberPath body) {
  public Parameter {
    if (Stream.of(query, header, body).filter(one -> one != null).count() != 1) {
      throw new IllegalArgumentException("give exactly one of query, header and body");
    }
    if (body != null) {
      body.toMember("body:");
    }
  }

  /** What messages call it. */
  @Override
  public String toString() {
    return query != null ? query : header != null ? "header " + header : "body " + body;
  }
}
