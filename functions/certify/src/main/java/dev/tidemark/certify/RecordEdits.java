package dev.tidemark.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.Tombstone;
import dev.tidemark.rest.definition.VersionField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Other forms of the records of a page, which say the same. */
record RecordEdits(Resource resource) {
  /** The same members, the last one first. */
  void reverse(ArrayNode records) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i) instanceof ObjectNode record) {
        ObjectNode other = record.objectNode();
        List<String> names = record.properties().stream().map(java.util.Map.Entry::getKey).toList();
        names.reversed().forEach(name -> other.set(name, record.get(name)));
        records.set(i, other);
      }
    }
  }

  /** Of those that say that they are gone the id and that word alone. */
  void stub(ArrayNode records) {
    Tombstone mark = Objects.requireNonNull(resource.members().deleted(), "no tombstones");
    for (int i = 0; i < records.size(); i++) {
      JsonNode said = JsonMembers.at(records.get(i), mark.field());
      if (said != null
          && (mark.present() ? !said.isNull() : mark.equals().contains(said.asText()))) {
        ObjectNode stub = records.objectNode();
        for (MemberPath member : resource.members().id().members()) {
          JsonNode id = JsonMembers.at(records.get(i), member);
          JsonMembers.put(stub, member, id == null ? stub.nullNode() : id);
        }
        JsonMembers.put(stub, mark.field(), said);
        records.set(i, stub);
      }
    }
  }

  /** The same times, each record's in another spelling. */
  void spell(ArrayNode records) {
    for (int i = 0; i < records.size(); i++) {
      int turn = i % 4;
      if (records.get(i) instanceof ObjectNode record) {
        times().forEach(path -> spell(record, path, turn));
      }
    }
  }

  /** The members that hold times. */
  Stream<MemberPath> times() {
    TimeField watermark = resource.members().watermark();
    VersionField version = resource.members().version();
    return Stream.of(
            watermark == null ? null : watermark.field(), version == null ? null : version.field())
        .filter(Objects::nonNull)
        .distinct();
  }

  private static void spell(ObjectNode record, MemberPath path, int turn) {
    JsonNode time = JsonMembers.at(record, path);
    if (time == null || !time.isTextual() || !time.asText().endsWith("Z")) {
      return;
    }
    String bare = time.asText().substring(0, time.asText().length() - 1);
    String other =
        switch (turn) {
          case 0 -> bare + "Z";
          case 1 -> bare + "+0000";
          case 2 -> bare.replace('T', ' ') + "+00:00";
          default -> bare + "000000Z";
        };
    JsonMembers.put(record, path, record.textNode(other));
  }
}
