package dev.tidemark.cli.lake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.rest.definition.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The published state of one resource.
 *
 * @param records what counts, by identity: the id as JSON text, for a child behind its parent's
 * @param deletes the last lines of those that are gone, by identity
 * @param lines lines in all manifests
 * @param repeated lines of a resource's own runs whose identity and bytes an earlier one of these
 *     had as the last; a run beside them compares only within itself
 */
public record PublishedState(
    Map<String, String> records, Map<String, String> deletes, long lines, long repeated) {
  /** Reads the state that lies in the folder {@code bucket}. */
  public static PublishedState read(Path bucket, String connection, String name, Resource resource)
      throws IOException {
    Reading reading = new Reading();
    for (JsonNode manifest : Manifests.read(bucket, connection, name)) {
      for (JsonNode object : manifest.path("objects")) {
        Path file = bucket.resolve(object.path("key").asText());
        for (LandedLine line : LandedLine.read(file)) {
          reading.take(line, resource, isOwn(manifest));
        }
      }
    }
    return reading.state();
  }

  private static boolean isOwn(JsonNode manifest) {
    return switch (manifest.path("mode").asText()) {
      case "refresh" -> false;
      case "backfill" -> manifest.path("bounds").path("from").isNull();
      default -> true;
    };
  }

  /** The state while lines are read, oldest run first. */
  private static final class Reading {
    private final Map<String, LandedLine> newest = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private long lines;
    private long repeated;

    void take(LandedLine line, Resource resource, boolean isOwn) throws IOException {
      String identity = line.identity(resource);
      lines++;
      if (isOwn && line.record().equals(own.put(identity, line.record()))) {
        repeated++;
      }
      newest.merge(
          identity, line, (before, later) -> later.beats(before, resource) ? later : before);
    }

    PublishedState state() {
      Map<String, String> records = new LinkedHashMap<>();
      Map<String, String> deletes = new LinkedHashMap<>();
      newest.forEach(
          (identity, line) -> (line.deleted() ? deletes : records).put(identity, line.record()));
      return new PublishedState(records, deletes, lines, repeated);
    }
  }
}
