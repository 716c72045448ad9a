package dev.tidemark.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.watermark.VersionKind;
import dev.tidemark.core.watermark.Watermark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as scripts read it: members are added, never renamed or removed, without another
 * {@code schema}. The bytes follow from the manifest alone, down to the order of members, so that
 * publishing again is distinguished from publishing something else.
 */
public final class ManifestJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SCHEMA = 1;
  private static final String ORDER = "order";

  private ManifestJson() {}

  /**
   * Reads what {@link #bytes} wrote, or a later version with more members.
   *
   * @throws IllegalArgumentException if it is no manifest; the message says what is wrong
   */
  public static PublishedRun read(byte[] json) {
    JsonNode manifest;
    try {
      manifest = JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
    if (!(manifest instanceof ObjectNode object)) {
      throw new IllegalArgumentException("it is no manifest");
    }
    return PublishedRun.of(object);
  }

  /** Writes {@code manifest}. */
  public static byte[] bytes(Manifest manifest) {
    Progress progress = manifest.seal().progress();
    Run run = progress.run();
    Tally tally = progress.tally();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", SCHEMA)
            .put("connection", manifest.resource().connection())
            .put("resource", manifest.resource().resource())
            .put("run", run.id().value())
            .put("mode", run.mode().word())
            .put("startedAt", run.startedAt().toString())
            .put("completedAt", manifest.seal().completedAt().toString());
    json.putObject("bounds")
        .put("from", text(run.scope().from()))
        .put("until", text(run.scope().until()));
    json.put("records", tally.records().upserts())
        .put("deletes", tally.records().deletes())
        .put("rejected", tally.records().rejected());
    ArrayNode objects = json.putArray("objects");
    manifest.objects().forEach(entry -> object(objects.addObject(), entry));
    checkpoint(json, manifest.seal().checkpoint());
    json.put("apiCalls", tally.calls().attempts())
        .put("pages", tally.pages())
        .put("duplicates", tally.records().duplicates())
        .put("undated", tally.times().undated())
        .put("future", tally.times().future())
        .put("outside", tally.records().outside())
        .put("older", tally.times().older())
        .put("passedOver", tally.passedOver())
        .put("throttled", tally.calls().throttled())
        .put("retries", tally.calls().retries())
        .put(
            "restartOf",
            run.lineage().restartOf() == null ? null : run.lineage().restartOf().value())
        .put("schemaVersion", run.form().schema());
    ObjectNode warnings = json.putObject("warnings");
    tally.warnings().counts().forEach((warning, count) -> warnings.put(warning.word(), count));
    index(json, manifest.index());
    order(json.putArray(ORDER), manifest.versions());
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** By what a reader compares the lines of an identity, the most significant first. */
  private static void order(ArrayNode json, VersionKind versions) {
    json.add("generation");
    switch (versions) {
      case NONE -> {
        // Nothing but the time of fetching tells one from another.
      }
      case INSTANT -> json.add("version:instant");
      case INTEGER -> json.add("version:integer");
      case NUMBER -> json.add("version:number");
    }
    json.add("fetchedAt");
  }

  /**
   * Whether two manifests publish the same: what they say of the order follows from the definition
   * and not from the run, and an earlier version of this program did not say it.
   */
  public static boolean saySame(byte[] one, byte[] other) {
    try {
      return JSON.readTree(one) instanceof ObjectNode first
          && JSON.readTree(other) instanceof ObjectNode second
          && first.without(ORDER).equals(second.without(ORDER));
    } catch (IOException e) {
      return false;
    }
  }

  private static void object(ObjectNode json, Manifest.Entry entry) {
    json.put("key", entry.key())
        .put("records", entry.records())
        .put("bytes", entry.bytes())
        .put("sha256", entry.sha256());
  }

  private static void checkpoint(ObjectNode json, @Nullable Checkpoint checkpoint) {
    if (checkpoint == null) {
      json.putNull("checkpoint");
      return;
    }
    Watermark watermark = checkpoint.watermark();
    json.putObject("checkpoint")
        .put("watermark", watermark == null ? null : watermark.raw())
        .put("cursor", checkpoint.bookmark().cursor());
  }

  private static void index(ObjectNode json, List<IndexSegment> index) {
    ArrayNode segments = json.putArray("index");
    index.forEach(
        segment -> segments.addObject().put("key", segment.key()).put("count", segment.count()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
