package dev.tidemark.rest.definition;

/** How the API is asked for one record. */
@Doc("How the API is asked for one record.")
public record Single(
    @Doc("Path of one record, from the base URL; it holds {id}.") String path,
    @Doc("Path of the record in the body; empty where the body is the record.") @Default("")
        String record) {
  static final String ID = "id";

  public Single {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path: \"" + path + "\" must begin with / and hold no query or fragment");
    }
    if (!path.contains("{id}")) {
      throw new IllegalArgumentException("path: \"" + path + "\" must hold {id}");
    }
  }
}
