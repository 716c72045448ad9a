package dev.tidemark.rest.standin;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.lev.Lev;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place to ask for pages from: one reader, its transport, and what it was handed. */
public final class Desk implements AutoCloseable {
  private final Transport transport;
  private final PageReader reader;
  private final Taken taken = new Taken();

  private Desk(SourceConnection source, String resource, Transport transport, InstantSource clock) {
    this.transport = transport;
    this.reader = source.reader(resource, transport, clock).list();
  }

  /** An account of a built-in source. */
  public static SourceConnection account(
      String source, URI base, String credential, Map<String, String> settings) {
    Definition definition = Sources.builtIn(source);
    return account(definition, base, credential, Settings.of(definition, settings));
  }

  /** An account of any source. */
  public static SourceConnection account(
      Definition definition, URI base, String credential, Settings settings) {
    return SourceConnection.open(
        definition.source(),
        definition,
        BaseUrl.of(base.toString(), true),
        settings,
        Credential.of(credential));
  }

  /** The account that {@code lev} knows. */
  public static SourceConnection lev(Simulator lev) {
    return account("lev", lev.baseUri(), Lev.API_KEY, Map.of("pageSize", "20"));
  }

  /** The account that {@code ask} knows. */
  public static SourceConnection ask(Simulator ask) {
    return account("askelephant", ask.baseUri(), AskElephant.API_KEY, Map.of("pageSize", "20"));
  }

  /** A desk with a network. */
  public static Desk at(SourceConnection source, String resource) {
    return new Desk(source, resource, new HttpTransport(EgressPolicy.ANY), InstantSource.system());
  }

  /** A desk without a network. */
  public static Desk at(
      SourceConnection source, String resource, Transport transport, Instant now) {
    return new Desk(source, resource, transport, InstantSource.fixed(now));
  }

  /** Asks for the first page. */
  public PageOutcome first() throws InterruptedException {
    return read(null, null, Duration.ofSeconds(30));
  }

  /** Asks for the page at {@code cursor}. */
  public PageOutcome next(String cursor) throws InterruptedException {
    return read(null, cursor, Duration.ofSeconds(30));
  }

  /** Asks for a page. */
  public PageOutcome read(@Nullable Instant from, @Nullable String cursor, Duration limit)
      throws InterruptedException {
    Cursor at = cursor == null ? null : new Cursor(cursor, Instant.EPOCH);
    return reader.read(new PageRequest(from, null, at, limit), taken);
  }

  /** The reader. */
  public PageReader reader() {
    return reader;
  }

  /** What the reader handed over so far. */
  public Taken taken() {
    return taken;
  }

  @Override
  public void close() {
    transport.close();
  }
}
