package dev.tidemark.rest;

import dev.tidemark.rest.definition.Advance;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names the query that a cursor belongs to: path, parameters, body, filter, order and the parts
 * that are wanted. Base URL, page size and credential may change under a run in flight.
 */
final class QueryHash {
  private static final int BYTES = 8;

  private QueryHash() {}

  static String of(Resource resource, Wanted wanted) {
    StringBuilder query = new StringBuilder(resource.path());
    new TreeMap<>(resource.parameters())
        .forEach((name, value) -> query.append('\n').append(name).append('=').append(value));
    new TreeMap<>(resource.in())
        .forEach((name, list) -> query.append('\n').append(name).append('=').append(list));
    query.append('\n').append(resource.parent()).append('\n').append(resource.one());
    query.append('\n').append(resource.method()).append(new TreeMap<>(resource.body()));
    query.append('\n').append(resource.pagination()).append('\n').append(resource.order());
    Filter filter = resource.filter();
    if (filter != null) {
      query.append('\n').append(filter.from()).append('\n').append(filter.bound());
    }
    if (resource.advance() == Advance.BOUND) {
      query.append('\n').append(Advance.BOUND);
    }
    query.append('\n').append(new TreeSet<>(wanted.fieldsOf(resource)));
    query.append('\n').append(new TreeSet<>(wanted.includedIn(resource)));
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
