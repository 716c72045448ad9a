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
import dev.tidemark.aws.telemetry.ConnectionMetrics;
import dev.tidemark.aws.telemetry.LegLog;
import dev.tidemark.aws.telemetry.LegMetrics;
import dev.tidemark.aws.telemetry.Meter;
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
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Reach;
import dev.tidemark.rest.http.Transport;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The wiring of a deployed function, from the environment that template.yaml gives it. */
public final class Deployment {
  private Deployment() {}

  static Wiring wiring(Map<String, String> variables) {
    return wiring(variables, InstantSource.system());
  }

  /** The same by another clock, which a rehearsal sets forward instead of waiting for a lease. */
  public static Wiring wiring(Map<String, String> variables, InstantSource clock) {
    Environment environment = new Environment(variables);
    String connection = environment.connection();
    Supplier<SourceConnection> sources = sources(environment, clock);
    DynamoDbClient dynamoDb = AwsClients.dynamoDb(Endpoint.AWS);
    String table = environment.required("TIDEMARK_TABLE");
    ResourceStateStore states = new DynamoResourceStateStore(dynamoDb, table);
    PortsOfLegs ports =
        new PortsOfLegs(
            states,
            new DynamoPublishedIndexes(dynamoDb, table),
            AwsClients.s3(Endpoint.ofS3(variables)),
            environment.required("TIDEMARK_BUCKET"),
            environment.meter(clock));
    LambdaClient lambda = AwsClients.lambda(Endpoint.AWS);
    return new Wiring(
        connection,
        sources,
        transports(environment, clock),
        ports::of,
        states,
        arn -> new LambdaInvoker(lambda, arn, clock)::send,
        clock,
        environment.duration("TIDEMARK_PATIENCE"),
        () -> false,
        _ -> false);
  }

  private static Supplier<SourceConnection> sources(Environment environment, InstantSource clock) {
    Definition definition = environment.definition();
    BaseUrl baseUrl = environment.baseUrl(definition);
    String secret = environment.required("TIDEMARK_SECRET_ARN");
    Credentials credentials = new Credentials(AwsClients.secrets(Endpoint.AWS), clock);
    SourceMemory memory = new SourceMemory();
    return () ->
        SourceConnection.open(
                environment.connection(),
                definition,
                baseUrl,
                Settings.DEFAULT,
                Credential.of(credentials.text(secret)))
            .remembering(memory);
  }

  private static Supplier<Transport> transports(Environment environment, InstantSource clock) {
    Reach reach = environment.reach(environment.baseUrl(environment.definition()));
    ConnectionMetrics metrics = environment.metrics(clock);
    return () -> new CountedTransport(new HttpTransport(reach), metrics::answers);
  }

  /** What the legs of a deployed function touch. */
  private record PortsOfLegs(
      ResourceStateStore states,
      PublishedIndexes indexes,
      S3Client s3,
      String bucket,
      Meter meter) {
    Ports of(ResourceKey key) {
      InstantSource clock = meter.clock();
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
      LegListener log = new LegLog(key, invocation(), meter.out(), meter.clock());
      LegListener metrics = new LegMetrics(key, meter);
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
