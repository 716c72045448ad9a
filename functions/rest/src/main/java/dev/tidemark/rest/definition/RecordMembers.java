package dev.tidemark.rest.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the members of a record mean. */
public record RecordMembers(
    @Doc(
            "Path of the id in a record; the id may be text or number. A list of paths where only"
                + " several members together tell two records apart.")
        RecordId id,
    @Doc("The record's own time.") @Nullable TimeField watermark,
    @Doc("By which newer wins.") @Nullable VersionField version,
    @Doc("A record that says of itself that it is gone.") @Nullable Tombstone deleted,
    @Doc(
            "Members that do not count when two versions of a record are compared; a path leads"
                + " through lists, into each of their elements.")
        @Default("[]")
        List<MemberPath> volatileFields,
    @Doc("Whether the members of a record come in any order, which then does not count either.")
        @Default("false")
        boolean shuffled,
    @Doc("Whether records are only added, so that one that is not listed any more is not gone.")
        @Default("false")
        boolean appendOnly,
    @Doc("Members that tables and exports have typed columns for, by path: amount: decimal(38,10).")
        @Default("{}")
        Map<String, Column> columns) {
  /**
   * What is looked at in a record of another form: its id alone, at {@code path} if it is there.
   */
  RecordMembers proving(@Nullable MemberPath path) {
    RecordId own = path == null ? id : new RecordId(List.of(path));
    return new RecordMembers(own, null, null, null, List.of(), false, appendOnly, Map.of());
  }

  /** The typed columns. */
  public List<DeclaredColumn> declared() {
    return DeclaredColumn.of(columns);
  }
}
