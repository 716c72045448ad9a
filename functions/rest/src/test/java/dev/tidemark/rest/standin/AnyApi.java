package dev.tidemark.rest.standin;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** An API with one resource, {@code all}, whose members a test gives. */
public final class AnyApi {
  /** What every clock shows. */
  public static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  /** Where it is. */
  public static final String BASE = "https://api.acme.example";

  private static final String HEAD =
      """
      tidemark: 1
      source: acme
      title: Acme
      baseUrl: https://api.acme.example
      auth:
        apiKey: {}
        clientCredentials: {path: /token, form: json, scope: read}
      requestId: {header: X-Request-Id}
      """;
  private static final String RESOURCE =
      """
      defaults: {order: id, promote: run-start}
      resources:
        all:
          path: /all
          records: data
          id: id
      """;

  private AnyApi() {}

  /** The API with these members of the resource. */
  public static Definition definition(String... members) {
    return with("", members);
  }

  /** The API with these members at the top and these of the resource. */
  public static Definition with(String top, String... members) {
    StringBuilder yaml = new StringBuilder(HEAD).append(top).append('\n').append(RESOURCE);
    for (String member : members) {
      yaml.append("    ").append(member).append('\n');
    }
    return DefinitionReader.read("acme.yaml", yaml.toString());
  }

  /** An account of it. */
  public static SourceConnection account(Definition definition, Map<String, String> settings) {
    return Desk.account(
        definition, URI.create(BASE), "hush-hush", Settings.of(definition, settings));
  }

  /** A desk that asks for the resource. */
  public static Desk desk(Definition definition, CannedTransport transport) {
    return Desk.at(account(definition, Map.of()), "all", transport, NOW);
  }
}
