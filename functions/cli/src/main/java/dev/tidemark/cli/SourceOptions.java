package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.Connection;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.UnaskedConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.CredentialException;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.http.Way;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.query.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which account of which source a command is about. */
final class SourceOptions {
  private static final String VARIABLE = "TIDEMARK_CREDENTIAL";

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "A built-in source (see: tidemark sources) or the path of a definition file.")
  private String source = "";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the API is; http only for a server on this machine.")
  private @Nullable String baseUrl;

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Which account; the source's name unless given.")
  private @Nullable String connection;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting: pageSize, rate, tier, maxResponseBytes, fields, include or schema.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--credential",
      paramLabel = "FILE",
      description = "File that holds the credential; otherwise the variable " + VARIABLE + ".")
  private @Nullable Path credential;

  Definition definition() {
    return Sources.named(source);
  }

  /** How the source was named. */
  String name() {
    return source;
  }

  /** The connection that was named; null where none was. */
  @Nullable String connection() {
    return connection;
  }

  /**
   * What was set, for a run of {@code definition} that is asked for by an event.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if it makes no sense
   */
  Map<String, String> settings(Definition definition) {
    Settings.of(definition, settings);
    return settings;
  }

  /** The name of the connection. */
  String name(Definition definition) {
    String name = connection == null ? definition.source() : connection;
    try {
      return ResourceKey.of(name, "any").connection();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--connection: " + e.getMessage());
    }
  }

  /** The connection for a command that asks at most whose account it is. */
  Connection openForAccount(Definition definition) {
    return definition.entrance().account() != null
        ? open(definition)
        : new UnaskedConnection(described(definition), definition.baseUrl(baseUrl, true));
  }

  /**
   * The connection as it is described, which needs no credential.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if what was set makes no sense
   */
  DescribedSource described(Definition definition) {
    return new DescribedSource(name(definition), definition, Settings.of(definition, settings));
  }

  SourceConnection open(Definition definition) {
    return SourceConnection.open(
        described(definition), definition.baseUrl(baseUrl, true), credential(definition));
  }

  /**
   * How the hosts of its API are reached from this machine.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if a variable cannot be used
   */
  Way way() {
    return Way.of(System.getenv());
  }

  private Credential credential(Definition definition) {
    Path file = credential;
    if (definition.entrance().auth().none()) {
      if (file != null) {
        throw new UsageException(
            "--credential: "
                + definition.source()
                + " is a public API by its definition (auth.none); leave it out");
      }
      return Credential.none();
    }
    if (file == null) {
      String text = System.getenv(VARIABLE);
      if (text == null || text.isBlank()) {
        throw new CredentialException(
            "no credential: set the variable " + VARIABLE + ", or name a file with --credential");
      }
      return Credential.of(text);
    }
    try {
      return Credential.of(Files.readString(file));
    } catch (IOException e) {
      throw new CredentialException("the credential file " + file + " cannot be read as text");
    }
  }
}
