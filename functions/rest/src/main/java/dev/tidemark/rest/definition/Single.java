package dev.tidemark.rest.definition;

import java.util.List;

/** How the API is asked for one record. */
@Doc("How the API is asked for one record.")
public record Single(
    @Doc("Path of one record, from the base URL; it holds {id}.") String path,
    @Doc("Path of the record in the body; empty where the body is the record.") @Default("")
        MemberPath record,
    @Doc("Statuses that say that there is no such record.") @Default("[404]") List<Integer> gone) {
  static final String ID = "id";

  /** Statuses by which an API can say that there is no such record. */
  public static final List<Integer> STATUSES = List.of(403, 404, 410);

  public Single {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path: \"" + path + "\" must begin with / and hold no query or fragment");
    }
    gone = List.copyOf(gone);
    if (gone.isEmpty()) {
      throw new IllegalArgumentException(
          "gone: name at least one status by which the API says that there is no such record");
    }
    for (int status : gone) {
      if (!STATUSES.contains(status)) {
        throw new IllegalArgumentException(
            "gone: " + status + " is none of 403, 404, 410, by which an API can say so");
      }
    }
    if (!path.contains("{id}")) {
      throw new IllegalArgumentException("path: \"" + path + "\" must hold {id}");
    }
  }
}
