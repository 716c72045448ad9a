package dev.tidemark.rest.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the API is asked for one record. */
@Doc("How the API is asked for one record.")
public record Single(
    @Doc("Path of one record, from the base URL; it holds {id}.") String path,
    @Doc("Path of the record in the body; empty where the body is the record.") @Default("")
        MemberPath record,
    @Doc("Path of the id in that record, where it is another than in the list; needs proves.")
        @Nullable MemberPath id,
    @Doc(
            "Whether its answer only proves whether the record is there: it has another form than"
                + " the list's, and never lands.")
        @Default("false")
        boolean proves,
    @Doc("Statuses that say that there is no such record.") @Default("[404]") List<Integer> gone) {
  static final String ID = "id";

  /** One whose record is that of the list. */
  public Single(String path, MemberPath record, List<Integer> gone) {
    this(path, record, null, false, gone);
  }

  /** Statuses by which an API can say that there is no such record. */
  public static final List<Integer> STATUSES = List.of(403, 404, 410);

  /** The same at another path. */
  public Single at(String other) {
    return new Single(other, record, id, proves, gone);
  }

  public Single {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path: \"" + path + "\" must begin with / and hold no query or fragment");
    }
    if (id != null && !proves) {
      throw new IllegalArgumentException(
          "id: "
              + id.toMember("id:")
              + ": a record whose id stands elsewhere than in the list has another form, and would"
              + " land in place of the list's; write proves: true beside it");
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
