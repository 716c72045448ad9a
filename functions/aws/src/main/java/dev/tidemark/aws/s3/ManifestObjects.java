package dev.tidemark.aws.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.fingerprint.IndexSegment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a published manifest says of its objects and of their fingerprints, which come in the order
 * of the objects' lines.
 *
 * @param schema version of the landed form
 */
record ManifestObjects(String key, int schema, List<Listed> objects, List<IndexSegment> index) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One object and how many lines it has. */
  record Listed(String key, long records) {}

  /**
   * @throws JsonProcessingException if it is no manifest
   */
  static ManifestObjects read(String key, byte[] json) throws IOException {
    JsonNode manifest = JSON.readTree(json);
    List<Listed> objects = new ArrayList<>();
    for (JsonNode object : manifest.path("objects")) {
      objects.add(new Listed(object.path("key").asText(), object.path("records").asLong()));
    }
    List<IndexSegment> index = new ArrayList<>();
    for (JsonNode segment : manifest.path("index")) {
      index.add(new IndexSegment(segment.path("key").asText(), segment.path("count").asLong()));
    }
    long lines = objects.stream().mapToLong(Listed::records).sum();
    if (lines != index.stream().mapToLong(IndexSegment::count).sum()) {
      throw new IOException("its index does not speak of its " + lines + " lines");
    }
    return new ManifestObjects(key, manifest.path("schemaVersion").asInt(), objects, index);
  }
}
