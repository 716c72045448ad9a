package dev.tidemark.sync;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.dynamodb.DynamoPublishedIndexes;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.aws.lambda.LambdaInvoker;
import dev.tidemark.aws.s3.S3BatchSink;
import dev.tidemark.aws.s3.S3FingerprintIndex;
import dev.tidemark.aws.s3.S3PublishedLines;
import dev.tidemark.aws.secrets.Credentials;
import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.LegLog;
import dev.tidemark.aws.telemetry.LegMetrics;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.traversal.LegListener;
import dev.tidemark.core.traversal.Ports;
import dev.tidemark.rest.Settings;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.SourceMemory;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Durations;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Reach;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The wiring of a deployed function, from the environment that template.yaml gives it. */
public final class Deployment {
  private Deployment() {}

  static Wiring wiring(Map<String, String> environment) {
    return wiring(environment, InstantSource.system());
  }

  /** The same by another clock, which a rehearsal sets forward instead of waiting for a lease. */
  public static Wiring wiring(Map<String, String> environment, InstantSource clock) {
    Definition definition = Sources.builtIn(required(environment, "TIDEMARK_SOURCE"));
    String connection = required(environment, "TIDEMARK_CONNECTION");
    String secret = required(environment, "TIDEMARK_SECRET_ARN");
    BaseUrl baseUrl = baseUrl(environment, definition);
    Credentials credentials = new Credentials(AwsClients.secrets(Endpoint.AWS), clock);
    DynamoDbClient dynamoDb = AwsClients.dynamoDb(Endpoint.AWS);
    String table = required(environment, "TIDEMARK_TABLE");
    ResourceStateStore states = new DynamoResourceStateStore(dynamoDb, table);
    PortsOfLegs ports =
        new PortsOfLegs(
            states,
            new DynamoPublishedIndexes(dynamoDb, table),
            AwsClients.s3(Endpoint.ofS3(environment)),
            required(environment, "TIDEMARK_BUCKET"),
            clock);
    SourceMemory memory = new SourceMemory();
    LambdaClient lambda = AwsClients.lambda(Endpoint.AWS);
    return new Wiring(
        connection,
        () ->
            SourceConnection.open(
                    connection,
                    definition,
                    baseUrl,
                    Settings.DEFAULT,
                    Credential.of(credentials.text(secret)))
                .remembering(memory),
        () -> new HttpTransport(Reach.PUBLIC),
        ports::of,
        states,
        arn -> new LambdaInvoker(lambda, arn, clock)::send,
        clock,
        Durations.of(required(environment, "TIDEMARK_PATIENCE")),
        () -> false,
        _ -> false);
  }

  static String syncFunction(Map<String, String> environment) {
    return required(environment, "TIDEMARK_SYNC_FUNCTION");
  }

  private static BaseUrl baseUrl(Map<String, String> environment, Definition definition) {
    String given = environment.getOrDefault("TIDEMARK_BASE_URL", "");
    return definition.baseUrl(given.isEmpty() ? null : given, false);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "the environment variable " + name + " is missing; deploy with template.yaml");
    }
    return value;
  }

  /** What the legs of a deployed function touch. */
  private record PortsOfLegs(
      ResourceStateStore states,
      PublishedIndexes indexes,
      S3Client s3,
      String bucket,
      InstantSource clock) {
    Ports of(ResourceKey key) {
      SystemPause pause = new SystemPause(clock, () -> false);
      return new Ports(
          states,
          new S3BatchSink(s3, bucket, pause),
          new S3FingerprintIndex(s3, bucket),
          indexes,
          new S3PublishedLines(s3, bucket),
          clock,
          pause,
          new SecureRandom(),
          listener(key));
    }

    private LegListener listener(ResourceKey key) {
      JsonLines lines = new JsonLines(System.out);
      LegListener log = new LegLog(key, invocation(), lines, clock);
      LegListener metrics = new LegMetrics(key, lines, clock);
      return event -> {
        log.on(event);
        metrics.on(event);
      };
    }

    /** Lambda's own log line names the request; the trace joins both. */
    private static String invocation() {
      String trace = System.getProperty("com.amazonaws.xray.traceHeader");
      return trace == null ? "" : trace;
    }
  }
}
