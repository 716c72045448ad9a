package dev.tidemark.rest;

import dev.tidemark.core.fingerprint.FingerprintRoom;
import dev.tidemark.core.plan.BatchLimits;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.watermark.TimePolicy;
import dev.tidemark.rest.auth.Authorization;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.auth.ShownHeader;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.BatchSize;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Transport;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One account of a source, ready to be asked.
 *
 * @param connection its name
 * @param baseUrl where its API is
 * @param authorization how its credential is shown
 * @param redactor takes its credential out of what is shown
 * @param memory what outlives a leg
 */
public record SourceConnection(
    String connection,
    Definition definition,
    BaseUrl baseUrl,
    Settings settings,
    Authorization authorization,
    Redactor redactor,
    SourceMemory memory) {
  /** How many published records a run compares with, unless memory forbids it. */
  private static final long INDEX_BOUND = 5_000_000;

  private static final int GZIP_LEVEL = 1;

  /** The connection that {@code credential} opens; it remembers nothing of others. */
  public static SourceConnection open(
      String connection,
      Definition definition,
      BaseUrl baseUrl,
      Settings settings,
      Credential credential) {
    Authorization authorization = Authorization.of(definition.auth(), credential);
    Redactor redactor = Redactor.of(credential);
    if (authorization instanceof ShownHeader(var _, String value)) {
      redactor.learn(value.substring(value.lastIndexOf(' ') + 1));
    }
    return new SourceConnection(
        connection, definition, baseUrl, settings, authorization, redactor, new SourceMemory());
  }

  /**
   * The connection {@code connection} without a credential: enough to publish what was read, since
   * that asks the API for nothing.
   */
  public static SourceConnection withoutCredential(String connection, Definition definition) {
    return withoutCredential(connection, definition, BaseUrl.of("https://unasked.invalid", false));
  }

  /** The same at {@code baseUrl}. */
  public static SourceConnection withoutCredential(
      String connection, Definition definition, BaseUrl baseUrl) {
    return new SourceConnection(
        connection,
        definition,
        baseUrl,
        Settings.DEFAULT,
        new ShownHeader("Authorization", ""),
        Redactor.of(Credential.of("none")),
        new SourceMemory());
  }

  /** The same connection with what {@code kept} remembers of earlier legs. */
  public SourceConnection remembering(SourceMemory kept) {
    return new SourceConnection(
        connection, definition, baseUrl, settings, authorization, redactor, kept);
  }

  /**
   * The same connection for a trial of {@code name} that wants {@code records}: it asks for no
   * larger page, where the size can be chosen. A walk by steps of time keeps its size, since it
   * needs one that no moment fills.
   */
  public SourceConnection trying(String name, long records) {
    Resource resource = definition.resource(name);
    String parent = resource.parent();
    List<Resource> lists =
        parent == null ? List.of(resource) : List.of(resource, definition.resource(parent));
    Settings few = settings;
    for (Resource list : lists) {
      if (list.pagination() instanceof Pagination.TimeStep) {
        return this;
      }
      few = list.pageSize() == null ? few : few.pagesOfAtMost(records, list.pageSize());
    }
    return new SourceConnection(
        connection, definition, baseUrl, few, authorization, redactor, memory);
  }

  /**
   * The same connection, asked by other {@code settings} where they say something else.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if they make no sense
   */
  public SourceConnection with(Map<String, String> other) {
    return new SourceConnection(
        connection,
        definition,
        baseUrl,
        settings.overridden(definition, other),
        authorization,
        redactor,
        memory);
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
        new LandedForm(
            settings.schema(resource), String.join(",", settings.wanted().fieldsOf(resource))),
        QueryHash.of(resource, settings.wanted()),
        time,
        new BatchLimits(batch.bytes(), batch.pages(), batch.age(), GZIP_LEVEL),
        resource.moves(),
        Math.min(INDEX_BOUND, Runtime.getRuntime().maxMemory() / 2 / FingerprintRoom.BYTES),
        resource.retains());
  }

  /** Reads {@code name}, its pages and its single records. */
  public SourceReader reader(String name, Transport transport, InstantSource clock) {
    Resource resource = definition.resource(name);
    RestRecordReader single = single(name, resource, transport, clock);
    Line line = line(name, resource, transport, clock, false);
    String parent = resource.parent();
    if (parent == null) {
      return new SourceReader(new RestPageReader(this, resource, line), single);
    }
    Resource above = definition.resource(parent);
    RestPageReader parents =
        new RestPageReader(this, above, line(parent, above, transport, clock, false));
    ChildLists lists = new ChildLists(this, name, resource, line);
    return new SourceReader(
        new ChildPageReader(parents, lists),
        single,
        new RestChildReader(lists, single(parent, above, transport, clock)));
  }

  private RestRecordReader single(
      String name, Resource resource, Transport transport, InstantSource clock) {
    return new RestRecordReader(this, name, resource, line(name, resource, transport, clock, true));
  }

  /** Tells whose data this connection shows. */
  public AccountReader account(Transport transport, InstantSource clock) {
    Pacer pacer = memory.pace(connection, "account", settings.limit());
    return new RestAccountReader(this, new Line(transport, clock, pacer));
  }

  /**
   * The way to a resource.
   *
   * @param single whether it is for single records, which vendors count apart from lists
   */
  private Line line(
      String name, Resource resource, Transport transport, InstantSource clock, boolean single) {
    boolean apart = single && resource.parent() == null;
    String bucket = resource.bucket() == null ? name : resource.bucket();
    Pacer pacer =
        memory.pace(
            connection,
            apart ? name + "/{id}" : bucket,
            apart ? settings.limit() : settings.limit(definition.rate(), resource));
    return new Line(transport, clock, pacer);
  }

  /** The headers of every request but that of the credential. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "tidemark");
    headers.putAll(definition.headers());
    return headers;
  }
}
