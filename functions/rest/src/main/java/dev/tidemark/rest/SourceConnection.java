package dev.tidemark.rest;

import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.Pacer;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.rest.auth.Authorization;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.Presented;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.auth.TokenGrant;
import dev.tidemark.rest.child.ChildLists;
import dev.tidemark.rest.child.ChildPageReader;
import dev.tidemark.rest.child.RestChildReader;
import dev.tidemark.rest.definition.AccountId;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.page.RestPageReader;
import dev.tidemark.rest.page.RestRecordReader;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.request.AddressAccount;
import dev.tidemark.rest.request.Line;
import dev.tidemark.rest.request.RestAccountReader;
import dev.tidemark.rest.request.Session;
import dev.tidemark.rest.request.SourceMemory;
import java.time.InstantSource;

/**
 * One account of a source, ready to be asked: it makes the readers of its resources.
 *
 * @param rank whose calls its readers make
 */
public record SourceConnection(Session session, RateRank rank) implements Connection {
  /** The connection that {@code credential} opens; it remembers nothing of others. */
  public static SourceConnection open(
      String connection,
      Definition definition,
      BaseUrl baseUrl,
      Settings settings,
      Credential credential) {
    return open(new DescribedSource(connection, definition, settings), baseUrl, credential);
  }

  /** The connection {@code source} at {@code baseUrl} that {@code credential} opens. */
  public static SourceConnection open(
      DescribedSource source, BaseUrl baseUrl, Credential credential) {
    Authorization authorization =
        Authorization.of(source.definition().entrance().auth(), credential);
    Redactor redactor = Redactor.of(credential);
    switch (authorization) {
      case Presented shown -> redactor.learn(shown);
      case TokenGrant grant -> {
        grant.endpoint().at(baseUrl);
        String basic = grant.basic();
        if (basic != null) {
          redactor.learn(Presented.header("Authorization", basic));
        }
      }
    }
    return new SourceConnection(
        new Session(source, baseUrl, authorization, redactor, new SourceMemory()), RateRank.FRESH);
  }

  @Override
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
            session.source(), session.baseUrl(), session.authorization(), session.redactor(), kept),
        rank);
  }

  @Override
  public SourceConnection asking(DescribedSource other) {
    return new SourceConnection(session.asking(other), rank);
  }

  @Override
  public SourceConnection ranked(RateRank other) {
    return new SourceConnection(session, other);
  }

  @Override
  public void leave(InstantSource clock) {
    session.memory().giveBack(clock.instant());
  }

  @Override
  public SourceReader reader(String name, Transport transport, InstantSource clock) {
    Resource resource = definition().resource(name);
    RestRecordReader single = single(name, resource, transport, clock);
    Line line = line(name, resource, transport, clock, false);
    String parent = resource.kin().parent();
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

  @Override
  public AccountReader account(Transport transport, InstantSource clock) {
    AccountId declared = definition().entrance().account();
    if (declared == null) {
      return new AddressAccount(session.baseUrl());
    }
    Pacer pacer = session.memory().pace(connection(), "account", settings().limit());
    return new RestAccountReader(session, declared, new Line(transport, clock, pacer, rank));
  }

  /**
   * The way to a resource.
   *
   * @param single whether it is for single records, which vendors count apart from lists
   */
  private Line line(
      String name, Resource resource, Transport transport, InstantSource clock, boolean single) {
    boolean apart = single && resource.kin().parent() == null;
    String bucket = resource.bucket() == null ? name : resource.bucket();
    Pacer pacer =
        session
            .memory()
            .pace(
                connection(),
                apart ? name + "/{id}" : bucket,
                apart
                    ? settings().limit()
                    : settings().limit(definition().limits().rate(), resource));
    return new Line(transport, clock, pacer, rank);
  }
}
