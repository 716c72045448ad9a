package dev.tidemark.rest.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.MemberPath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stood around the records of a page that was read to its end.
 *
 * @param members the declared values that were there, by path
 * @param hadRecords whether there was a list of records, be it empty; false where it was null
 * @param count how many values the list had, those that cannot be records included
 * @param last the declared member of the last record; null where it is missing
 * @param odd how many of the values were no objects
 * @param remarks what the answer says of itself, as far as it was kept
 */
public record Envelope(
    Map<MemberPath, Scalar> members,
    boolean hadRecords,
    int count,
    @Nullable Scalar last,
    int odd,
    ObjectNode remarks) {
  public Envelope {
    members = Map.copyOf(members);
  }

  /** An answer that says nothing of itself. */
  public Envelope(
      Map<MemberPath, Scalar> members, boolean hadRecords, int count, @Nullable Scalar last) {
    this(members, hadRecords, count, last, 0, JsonNodeFactory.instance.objectNode());
  }

  /** The value at {@code path}; null where it was not there. */
  public @Nullable Scalar at(MemberPath path) {
    return members.get(path);
  }

  /** The text at {@code path}; null where there was none. */
  public @Nullable String text(MemberPath path) {
    Scalar value = members.get(path);
    return value != null && value.isValue() ? value.text() : null;
  }
}
