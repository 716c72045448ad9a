package dev.tidemark.cli.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The published state of one resource.
 *
 * @param records what counts, by id; without those that are deleted
 * @param lines lines in all manifests
 * @param repeated lines whose id and bytes an earlier one had as the last
 */
public record PublishedState(Map<String, String> records, long lines, long repeated) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the state that lies in the folder {@code bucket}. */
  public static PublishedState read(Path bucket, String connection, String resource, String idField)
      throws IOException {
    Map<String, LandedLine> newest = new LinkedHashMap<>();
    long[] counts = new long[2];
    for (JsonNode manifest : manifests(bucket.resolve("manifests").resolve(connection), resource)) {
      for (JsonNode object : manifest.path("objects")) {
        for (LandedLine line : lines(bucket.resolve(object.path("key").asText()))) {
          String id = line.id(idField);
          LandedLine before = newest.get(id);
          counts[0]++;
          if (before != null && before.record().equals(line.record())) {
            counts[1]++;
          }
          if (line.beats(before)) {
            newest.put(id, line);
          }
        }
      }
    }
    Map<String, String> records = new LinkedHashMap<>();
    newest.forEach((id, line) -> {
      if (!line.deleted()) {
        records.put(id, line.record());
      }
    });
    return new PublishedState(records, counts[0], counts[1]);
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

  private static List<LandedLine> lines(Path object) throws IOException {
    List<LandedLine> lines = new ArrayList<>();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(object)))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int b;
      while ((b = in.read()) >= 0) {
        if (b == '\n') {
          lines.add(LandedLine.of(line.toByteArray()));
          line.reset();
        } else {
          line.write(b);
        }
      }
      if (line.size() > 0) {
        throw new IOException(object + " ends in the middle of a line");
      }
    }
    return lines;
  }
}
