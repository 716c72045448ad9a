package dev.tidemark.sync.wiring;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.aws.telemetry.ConnectionMetrics;
import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.Meter;
import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.lake.ObjectStore;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.Durations;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.definition.TokenEndpoint;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.query.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** What template.yaml passes to a function. */
public record Environment(Map<String, String> variables) {
  /**
   * The value of a variable.
   *
   * @throws IllegalStateException if it is missing
   */
  public String required(String name) {
    String value = variables.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "the environment variable " + name + " is missing; deploy with template.yaml");
    }
    return value;
  }

  /** A time as a user writes it, such as {@code 90s}. */
  public Duration duration(String name) {
    return Durations.of(required(name));
  }

  /** How many slices of a run may walk beside each other. */
  int slices() {
    return Integer.parseInt(variables.getOrDefault("TIDEMARK_SLICES", "1"));
  }

  String connection() {
    return required("TIDEMARK_CONNECTION");
  }

  /**
   * Built in, or a file that the Makefile put beside the jars; or the object of the stack's bucket
   * whose hash the stack names.
   */
  public Definition definition() {
    return definition(() -> {
      S3Client s3 = AwsClients.s3(Endpoint.ofS3(variables));
      return new S3Objects(s3, required("TIDEMARK_BUCKET"));
    });
  }

  /**
   * The same from another bucket, which is opened only where the stack pins a definition.
   *
   * @throws DefinitionException if there is none, or another one than was pinned
   */
  Definition definition(Supplier<? extends ObjectStore> bucket) {
    String source = required("TIDEMARK_SOURCE");
    String sha256 = variables.getOrDefault("TIDEMARK_DEFINITION_SHA256", "");
    if (!sha256.isEmpty()) {
      return new PinnedDefinition(source, sha256).in(bucket.get());
    }
    Path bundle = Path.of(variables.getOrDefault("LAMBDA_TASK_ROOT", "."));
    return Sources.bundled(source, bundle.resolve("sources"));
  }

  BaseUrl baseUrl(Definition definition) {
    if (allowsPrivateOrigin()) {
      return BaseUrl.ofPrivate(required("TIDEMARK_BASE_URL"));
    }
    String given = variables.getOrDefault("TIDEMARK_BASE_URL", "");
    return definition.baseUrl(given.isEmpty() ? null : given, false);
  }

  /**
   * What the stack's parameter Settings says.
   *
   * @throws DefinitionException if it makes no sense; the message names the parameter
   */
  Settings settings(Definition definition) {
    try {
      return Settings.of(
          definition, Settings.parse(variables.getOrDefault("TIDEMARK_SETTINGS", "")));
    } catch (DefinitionException e) {
      throw new DefinitionException("the stack's parameter Settings: " + e.getMessage());
    }
  }

  EgressPolicy reach(Definition definition, BaseUrl baseUrl) {
    List<BaseUrl> tokens =
        definition
            .entrance()
            .auth()
            .endpoints()
            .map(TokenEndpoint::elsewhere)
            .flatMap(Stream::ofNullable)
            .toList();
    return allowsPrivateOrigin() ? EgressPolicy.within(baseUrl, tokens) : EgressPolicy.PUBLIC;
  }

  Meter meter(PrintStream out, InstantSource clock) {
    return new Meter(new JsonLines(out), required("TIDEMARK_STACK"), clock);
  }

  /** Where metrics of the whole connection go. */
  public ConnectionMetrics metrics(InstantSource clock) {
    return metrics(System.out, clock);
  }

  ConnectionMetrics metrics(PrintStream out, InstantSource clock) {
    return new ConnectionMetrics(connection(), meter(out, clock));
  }

  /** What can be known of the connection without its credential. */
  public DescribedSource described() {
    Definition definition = definition();
    return new DescribedSource(connection(), definition, settings(definition));
  }

  /** Where a function logs what is done beside its legs. */
  public StackLog log(PrintStream out, InstantSource clock) {
    return new StackLog(connection(), new JsonLines(out), clock);
  }

  private boolean allowsPrivateOrigin() {
    return variables.getOrDefault("TIDEMARK_ALLOW_PRIVATE_ORIGIN", "false").equals("true");
  }
}
