package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The bucket of a home, read as docs/lake.md describes it; every object is compared with its
 * manifest on the way. On purpose this and {@link Line} know nothing of how the product reads and
 * writes: they are the one independent judge of it.
 */
public record Lake(Path bucket, String connection) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Lake of(Path home, String connection) {
    return new Lake(home.resolve("s3").resolve("tidemark"), connection);
  }

  /** The manifests of {@code resource}, oldest first. */
  public List<JsonNode> manifests(String resource) {
    return files("manifests/" + connection + "/" + resource).stream()
        .map(file -> json(bytes(file)))
        .sorted(Comparator.comparing(manifest -> manifest.path("startedAt").asText()))
        .toList();
  }

  /** The published lines of {@code resource}, oldest run first. */
  public List<Line> published(String resource) {
    return manifests(resource).stream().flatMap(manifest -> published(manifest).stream()).toList();
  }

  /** The records of all published lines of {@code resource}, oldest run first. */
  public List<String> records(String resource) {
    return published(resource).stream().map(Line::record).toList();
  }

  /** The lines that {@code manifest} publishes. */
  List<Line> published(JsonNode manifest) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode object : manifest.path("objects")) {
      String key = object.path("key").asText();
      byte[] bytes = bytes(bucket.resolve(key));
      List<Line> landed = lines(key);
      assertThat(object.path("bytes").asLong()).as(key).isEqualTo(bytes.length);
      assertThat(object.path("sha256").asText()).as(key).isEqualTo(sha256(bytes));
      assertThat(object.path("records").asInt()).as(key).isEqualTo(landed.size());
      lines.addAll(landed);
    }
    return lines;
  }

  /** What counts of {@code resource}: id to JSON. */
  public Map<String, String> state(String resource) {
    Map<String, Line> newest = new LinkedHashMap<>();
    for (Line line : published(resource)) {
      newest.merge(line.id(), line, (a, b) -> Line.NEWER.compare(a, b) > 0 ? a : b);
    }
    Map<String, String> state = new TreeMap<>();
    newest.forEach((id, line) -> {
      if (!line.deleted()) {
        state.put(id, line.record());
      }
    });
    return state;
  }

  /** The lines of one object. */
  List<Line> lines(String key) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(bytes(bucket.resolve(key))))) {
      String text = new String(in.readAllBytes(), UTF_8);
      assertThat(text).as(key).endsWith("\n");
      List<Line> lines = new ArrayList<>();
      for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
        lines.add(Line.of(key, line));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(key, e);
    }
  }

  /** The keys of the batches of {@code resource} that are durable, listed or not, in order. */
  List<String> batches(String resource) {
    return files("raw/" + connection + "/" + resource).stream()
        .map(file -> bucket.relativize(file).toString())
        .filter(key -> key.endsWith(".ndjson.gz"))
        .sorted()
        .toList();
  }

  /** All files below {@code folder}. */
  List<Path> files(String folder) {
    Path root = bucket.resolve(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      // A file that is renamed while the folder is walked.
      return List.of();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("not a manifest", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
