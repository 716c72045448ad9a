package dev.tidemark.rest.query;

import dev.tidemark.rest.definition.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names the query that a cursor belongs to: path, parameters, body, filter, order and the parts
 * that are wanted. Base URL, page size and credential may change under a run in flight.
 */
final class QueryHash {
  private static final int BYTES = 8;

  private QueryHash() {}

  static String of(Resource resource, Wanted wanted) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(QueryText.of(resource, wanted).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
