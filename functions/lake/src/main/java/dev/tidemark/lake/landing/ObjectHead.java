package dev.tidemark.lake.landing;

import java.util.Map;

/**
 * What is known of an object without reading it.
 *
 * @param size in bytes
 * @param metadata that it was created with
 */
public record ObjectHead(long size, Map<String, String> metadata) {
  public ObjectHead {
    if (size < 0) {
      throw new IllegalArgumentException("size < 0: " + size);
    }
    metadata = Map.copyOf(metadata);
  }
}
