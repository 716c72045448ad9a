package dev.tidemark.rest;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.traversal.BatchLimits;
import dev.tidemark.core.traversal.ResourcePlan;
import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.TimePolicy;
import dev.tidemark.rest.auth.Authorization;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.BatchSize;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Transport;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One account of a source, ready to be asked.
 *
 * @param connection its name
 * @param baseUrl where its API is
 * @param authorization how its credential is shown
 * @param redactor takes its credential out of what is shown
 */
public record SourceConnection(
    String connection,
    Definition definition,
    BaseUrl baseUrl,
    Settings settings,
    Authorization authorization,
    Redactor redactor) {
  /** How many published records a run compares with, unless memory forbids it. */
  private static final long INDEX_BOUND = 5_000_000;

  /** Heap that one fingerprint needs in memory, its share of free slots included. */
  private static final long INDEX_BYTES = 64;

  private static final int GZIP_LEVEL = 1;

  /** The connection that {@code credential} opens. */
  public static SourceConnection open(
      String connection,
      Definition definition,
      BaseUrl baseUrl,
      Settings settings,
      Credential credential) {
    return new SourceConnection(
        connection,
        definition,
        baseUrl,
        settings,
        Authorization.of(definition.auth(), credential),
        Redactor.of(credential));
  }

  /** What a traversal has to know about the resource that {@code key} names. */
  public ResourcePlan plan(ResourceKey key) {
    Resource resource = definition.resource(key.resource());
    BatchSize batch = resource.batch();
    TimePolicy time =
        new TimePolicy(
            resource.order(),
            resource.promote(),
            resource.filter() != null,
            resource.lookback(),
            resource.settleLag());
    return new ResourcePlan(
        key,
        resource.schema(),
        QueryHash.of(resource),
        time,
        new BatchLimits(batch.bytes(), batch.pages(), batch.age(), GZIP_LEVEL),
        resource.order() == Order.WATERMARK_ASCENDING && resource.filter() != null,
        Math.min(INDEX_BOUND, Runtime.getRuntime().maxMemory() / 2 / INDEX_BYTES));
  }

  /** A reader of the pages of {@code resource}. */
  public RestPageReader reader(String resource, Transport transport, InstantSource clock) {
    return new RestPageReader(this, definition.resource(resource), transport, clock);
  }

  /** The headers of every request. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "tidemark");
    headers.putAll(definition.headers());
    headers.put(authorization.header(), authorization.value());
    return headers;
  }
}
