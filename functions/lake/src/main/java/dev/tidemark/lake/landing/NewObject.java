package dev.tidemark.lake.landing;

import dev.tidemark.core.lake.Bytes;
import java.util.Map;

/**
 * An object to be written.
 *
 * @param sha256 hex digest of {@code content}; S3 refuses the object if what arrives has another
 *     one
 * @param type media type
 * @param metadata of the user; at most 1 KB in all
 */
public record NewObject(
    String key, Bytes content, String sha256, String type, Map<String, String> metadata) {
  private static final int NAME_LENGTH = 16;

  public NewObject {
    metadata = Map.copyOf(metadata);
  }

  static NewObject of(String key, Bytes content, String type) {
    return new NewObject(key, content, content.sha256(), type, Map.of());
  }

  /**
   * What a content-addressed key carries of the digest: 64 bits tell the contents of one run's
   * batch apart.
   */
  static String name(String sha256) {
    return sha256.substring(0, NAME_LENGTH);
  }
}
