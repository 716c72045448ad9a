package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.rest.definition.MemberPath;
import org.jspecify.annotations.Nullable;

/** What stands where a list was declared, if it is an object: the forms that lists also have. */
final class ObjectSeen {
  private final @Nullable MemberPath id;
  private @Nullable String first;
  private boolean records = true;
  private boolean hasId;

  /**
   * @param id the member that names a record; null for none
   */
  ObjectSeen(@Nullable MemberPath id) {
    this.id = id;
  }

  /** Notes a member of it. */
  void member(String name, JsonToken value) {
    first = first == null ? name : first;
    records &= value == JsonToken.START_OBJECT;
    hasId |= id != null && id.names().getFirst().equals(name);
  }

  /** Whether there is nothing in it, as in an answer that is an accident. */
  boolean isEmpty() {
    return first == null;
  }

  /**
   * Which form would be read, and by which key; null where it is none.
   *
   * @param path where it stands
   */
  @Nullable String remedy(MemberPath path) {
    String form = hasId ? "one-or-many" : records ? "keyed" : null;
    if (form == null) {
      return null;
    }
    String what =
        hasId
            ? "one record itself"
            : first == null
                ? "an empty object"
                : "an object of records (the first is \"" + first + "\")";
    return " is "
        + what
        + " and no list; if that is how this API shows a list, declare records: {path: '"
        + path
        + "', form: "
        + form
        + "}"
        + (path.isWhole() && hasId ? ", or form: lines where each line is a record" : "");
  }
}
