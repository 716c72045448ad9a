package dev.tidemark.cli.landed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Version;

/**
 * A published line as an operator sees it.
 *
 * @param id as an operator writes it
 * @param counts whether it is known to be the line that counts for its record
 */
public record ShownVersion(ResourceKey resource, String id, Version version, boolean counts) {
  /** A line about it, and the record below. */
  public String block() {
    LandedLine line = version.line();
    StringBuilder head =
        new StringBuilder(id)
            .append(line.deleted() ? "  deleted" : "  upserted")
            .append("  fetched ")
            .append(line.fetchedAt())
            .append("  version ")
            .append(line.version() == null ? "-" : line.version());
    if (line.generation() > 0) {
      head.append("  generation ").append(line.generation());
    }
    head.append("  run ").append(line.run()).append("  batch ").append(line.batch());
    RequestRange requests = version.requests();
    if (requests != null) {
      head.append("  requests ").append(requests.first()).append(" to ").append(requests.last());
    }
    return ShownJson.line(head.append(counts ? "  (counts)" : "").toString())
        + "\n"
        + ShownJson.pretty(line.record())
        + "\n";
  }

  /** One JSON document on one line; the record in it is as it landed. */
  public String document() {
    LandedLine line = version.line();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", 1)
            .put("connection", resource.connection())
            .put("resource", resource.resource())
            .put("id", id)
            .put("run", line.run())
            .put("batch", line.batch())
            .put("fetchedAt", line.fetchedAt().toString())
            .put("op", line.deleted() ? "delete" : "upsert")
            .putRawValue("version", new RawValue(String.valueOf(line.version())))
            .putRawValue("parent", new RawValue(String.valueOf(line.parent())))
            .put("generation", line.generation())
            .put("schemaVersion", version.run().schemaVersion())
            .put("counts", counts)
            .put("object", version.object().key());
    RequestRange requests = version.requests();
    if (requests == null) {
      json.putNull("requests");
    } else {
      json.putObject("requests").put("first", requests.first()).put("last", requests.last());
    }
    return ShownJson.line(json.putRawValue("record", new RawValue(line.record())).toString());
  }
}
