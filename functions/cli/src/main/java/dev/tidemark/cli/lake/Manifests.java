package dev.tidemark.cli.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The manifests in a bucket that lies in a folder. */
public final class Manifests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifests() {}

  /** Those of one resource, by the time at which their runs began. */
  public static List<ObjectNode> read(Path bucket, String connection, String resource) {
    List<ObjectNode> manifests = new ArrayList<>();
    for (Path file : list(bucket.resolve("manifests").resolve(connection).resolve(resource))) {
      try {
        manifests.add((ObjectNode) JSON.readTree(file.toFile()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    manifests.sort(Comparator.comparing(manifest -> manifest.path("startedAt").asText()));
    return manifests;
  }

  /** The connections that have published anything. */
  public static List<String> connections(Path bucket) {
    return names(bucket.resolve("manifests"));
  }

  /** The resources of a connection that have published anything. */
  public static List<String> resources(Path bucket, String connection) {
    return names(bucket.resolve("manifests").resolve(connection));
  }

  private static List<String> names(Path folder) {
    return list(folder).stream().map(path -> path.getFileName().toString()).toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
