package dev.tidemark.rest.standin;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API with one resource, {@code all}, that is opened by a credential of any kind. */
public final class AnyAuth {
  private final CannedTransport transport;
  private final ManualClock clock = new ManualClock(AnyApi.NOW);

  /** Asks over {@code transport}. */
  public AnyAuth(CannedTransport transport) {
    this.transport = transport;
  }

  /**
   * A reader that is let in as {@code auth} says.
   *
   * @param pagination how it pages
   * @param credential null for none
   */
  public SourceReader reader(String auth, String pagination, @Nullable String credential) {
    String yaml =
        "tidemark: 1\nsource: acme\ntitle: Acme\nbaseUrl: https://api.acme.example\nauth: {"
            + auth
            + "}\nresources: {all: {path: /all, records: data, id: id, order: id, promote:"
            + " run-start, single: {path: '/all/{id}', gone: [403, 404]}, pagination: {"
            + pagination
            + "}}}\n";
    Definition definition = DefinitionReader.read("acme.yaml", yaml);
    return SourceConnection.open(
            "acme",
            definition,
            BaseUrl.of(AnyApi.BASE, false),
            Settings.DEFAULT,
            credential == null ? Credential.none() : Credential.of(credential))
        .reader("all", transport, clock);
  }

  /** Reads the page at {@code cursor}. */
  public static PageOutcome read(PageReader reader, @Nullable String cursor)
      throws InterruptedException {
    Cursor at = cursor == null ? null : new Cursor(cursor, Instant.EPOCH);
    return reader.read(new PageRequest(null, null, at, Duration.ofSeconds(9)), new Taken());
  }

  /** Reads the only page of an API that lets in as {@code auth} says. */
  public PageOutcome read(String auth, @Nullable String credential) throws InterruptedException {
    return read(reader(auth, "kind: none", credential).list(), null);
  }

  /** The URLs that were asked. */
  public List<String> asked() {
    return transport.asked().stream().map(one -> one.uri().toString()).toList();
  }
}
