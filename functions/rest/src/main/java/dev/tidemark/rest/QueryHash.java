package dev.tidemark.rest;

import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Names the query that a cursor belongs to: path, parameters and filter. Base URL, page size and
 * credential may change under a run in flight.
 */
final class QueryHash {
  private static final int BYTES = 8;

  private QueryHash() {}

  static String of(Resource resource) {
    StringBuilder query = new StringBuilder(resource.path());
    new TreeMap<>(resource.parameters())
        .forEach((name, value) -> query.append('\n').append(name).append('=').append(value));
    query.append('\n').append(resource.pagination());
    Filter filter = resource.filter();
    if (filter != null) {
      query.append('\n').append(filter.from()).append('\n').append(filter.bound());
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(query.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
