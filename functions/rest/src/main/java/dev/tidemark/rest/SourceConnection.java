package dev.tidemark.rest;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.rest.auth.Authorization;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.auth.ShownHeader;
import dev.tidemark.rest.child.ChildLists;
import dev.tidemark.rest.child.ChildPageReader;
import dev.tidemark.rest.child.RestChildReader;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.page.RestPageReader;
import dev.tidemark.rest.page.RestRecordReader;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.request.Line;
import dev.tidemark.rest.request.Pacer;
import dev.tidemark.rest.request.RestAccountReader;
import dev.tidemark.rest.request.Session;
import dev.tidemark.rest.request.SourceMemory;
import java.time.InstantSource;
import java.util.Map;

/** One account of a source, ready to be asked: it makes the readers of its resources. */
public record SourceConnection(Session session) {
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
        new Session(
            new DescribedSource(connection, definition, settings),
            baseUrl,
            authorization,
            redactor,
            new SourceMemory()));
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
        new Session(
            DescribedSource.of(connection, definition),
            baseUrl,
            new ShownHeader("Authorization", ""),
            Redactor.of(Credential.of("none")),
            new SourceMemory()));
  }

  /** What can be known of it without its credential. */
  public DescribedSource source() {
    return session.source();
  }

  /** Its name. */
  public String connection() {
    return source().connection();
  }

  /** What its API is. */
  public Definition definition() {
    return source().definition();
  }

  /** What the user set about it. */
  public Settings settings() {
    return source().settings();
  }

  /** The same connection with what {@code kept} remembers of earlier legs. */
  public SourceConnection remembering(SourceMemory kept) {
    return new SourceConnection(
        new Session(
            session.source(),
            session.baseUrl(),
            session.authorization(),
            session.redactor(),
            kept));
  }

  /** The same connection, which is asked for {@code other}. */
  public SourceConnection asking(DescribedSource other) {
    return new SourceConnection(session.asking(other));
  }

  /**
   * The same connection, asked by other {@code settings} where they say something else.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if they make no sense
   */
  public SourceConnection with(Map<String, String> other) {
    return asking(source().with(other));
  }

  /** The same connection for a trial of {@code name} that wants {@code records}. */
  public SourceConnection trying(String name, long records) {
    return asking(source().trying(name, records));
  }

  /** What a traversal has to know about the resource that {@code key} names. */
  public ResourcePlan plan(ResourceKey key) {
    return source().plan(key);
  }

  /** Reads {@code name}, its pages and its single records. */
  public SourceReader reader(String name, Transport transport, InstantSource clock) {
    Resource resource = definition().resource(name);
    RestRecordReader single = single(name, resource, transport, clock);
    Line line = line(name, resource, transport, clock, false);
    String parent = resource.parent();
    if (parent == null) {
      return new SourceReader(new RestPageReader(session, resource, line), single);
    }
    Resource above = definition().resource(parent);
    RestPageReader parents =
        new RestPageReader(session, above, line(parent, above, transport, clock, false));
    ChildLists lists = new ChildLists(session, name, resource, line);
    return new SourceReader(
        new ChildPageReader(parents, lists),
        single,
        new RestChildReader(lists, single(parent, above, transport, clock)));
  }

  private RestRecordReader single(
      String name, Resource resource, Transport transport, InstantSource clock) {
    return new RestRecordReader(
        session, name, resource, line(name, resource, transport, clock, true));
  }

  /** Tells whose data this connection shows. */
  public AccountReader account(Transport transport, InstantSource clock) {
    Pacer pacer = session.memory().pace(connection(), "account", settings().limit());
    return new RestAccountReader(session, new Line(transport, clock, pacer));
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
        session
            .memory()
            .pace(
                connection(),
                apart ? name + "/{id}" : bucket,
                apart ? settings().limit() : settings().limit(definition().rate(), resource));
    return new Line(transport, clock, pacer);
  }
}
