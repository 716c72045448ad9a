package dev.tidemark.cli.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.rest.definition.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the state that lies in the folder {@code bucket}. */
  public static PublishedState read(Path bucket, String connection, String name, Resource resource)
      throws IOException {
    Reading reading = new Reading();
    for (JsonNode manifest : manifests(bucket.resolve("manifests").resolve(connection), name)) {
      for (JsonNode object : manifest.path("objects")) {
        Path file = bucket.resolve(object.path("key").asText());
        for (LandedLine line : LandedLine.read(file)) {
          reading.take(line.identity(resource), line, isOwn(manifest));
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

  private static List<JsonNode> manifests(Path folder, String resource) throws IOException {
    Path of = folder.resolve(resource);
    List<JsonNode> manifests = new ArrayList<>();
    if (!Files.isDirectory(of)) {
      return manifests;
    }
    try (Stream<Path> files = Files.list(of)) {
      for (Path file : files.sorted().toList()) {
        manifests.add(JSON.readTree(file.toFile()));
      }
    }
    manifests.sort(Comparator.comparing(manifest -> manifest.path("startedAt").asText()));
    return manifests;
  }

  /** The state while lines are read, oldest run first. */
  private static final class Reading {
    private final Map<String, LandedLine> newest = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private long lines;
    private long repeated;

    void take(String identity, LandedLine line, boolean isOwn) {
      lines++;
      if (isOwn && line.record().equals(own.put(identity, line.record()))) {
        repeated++;
      }
      newest.merge(identity, line, (before, later) -> later.beats(before) ? later : before);
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
