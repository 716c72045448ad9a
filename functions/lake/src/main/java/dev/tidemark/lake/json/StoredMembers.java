package dev.tidemark.lake.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a stored record, in their order. They stand beside each other, however the code
 * groups the record's components: what is stored outlives the code's names.
 */
record StoredMembers(List<StoredMember> all) {
  static final StoredMembers OF_RUN =
      parse(
          "id mode startedAt form.schema scope.from scope.until scope.maxRecords lineage.restartOf"
              + " lineage.restarts lineage.inherited index form.shape scope.ids settings"
              + " scope.slicing");

  static final StoredMembers OF_WALK =
      parse(
          "queryHash=query.hash query.from query.until position.cursor position.guard"
              + " position.pages sight.highWater sight.confirmed sight.ascending stage sight.fresh"
              + " serverStart recoveryTime position.ended");

  static final StoredMembers OF_TALLY =
      parse(
          "pages records=records.upserts records.deletes records.duplicates records.rejected"
              + " times.undated times.future records.outside times.older passedOver stored.batches"
              + " stored.bytes apiCalls=calls.attempts calls.throttled calls.retries"
              + " calls.waitedMillis warnings");

  static final StoredMembers OF_CHECKPOINT =
      parse(
          "run watermark bookmark.cursor runStart completedAt bookmark.recoveryTime"
              + " bookmark.queryHash form.schema form.shape undated");

  private static StoredMembers parse(String members) {
    return new StoredMembers(
        Arrays.stream(members.split(" ", -1)).map(StoredMember::parse).toList());
  }

  /** The record as it is stored. */
  ObjectNode flat(ObjectNode grouped) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    for (StoredMember member : all) {
      ObjectNode holder =
          member.group().isEmpty() ? grouped : (ObjectNode) grouped.required(member.group());
      flat.set(member.name(), holder.required(member.component()));
    }
    return flat;
  }

  /** What {@link #flat} was made of; every member has to be there. */
  ObjectNode grouped(ObjectNode flat) {
    ObjectNode grouped = JsonNodeFactory.instance.objectNode();
    for (StoredMember member : all) {
      ObjectNode holder =
          member.group().isEmpty() ? grouped : grouped.withObjectProperty(member.group());
      holder.set(member.component(), flat.required(member.name()));
    }
    return grouped;
  }

  /** By what a value is stored that lies behind these steps; null where they lead to a group. */
  @Nullable StoredMember at(String first, String second) {
    return all.stream()
        .filter(member -> member.liesAt(first, second) || member.liesAt("", first))
        .findFirst()
        .orElse(null);
  }

  List<String> names() {
    return all.stream().map(StoredMember::name).toList();
  }
}
