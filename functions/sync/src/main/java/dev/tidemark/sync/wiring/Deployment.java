package dev.tidemark.sync.wiring;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.dynamodb.DynamoBindings;
import dev.tidemark.aws.dynamodb.DynamoPublishedIndexes;
import dev.tidemark.aws.dynamodb.DynamoRateBudget;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.aws.lambda.LambdaInvoker;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.aws.secrets.Credentials;
import dev.tidemark.aws.telemetry.ConnectionMetrics;
import dev.tidemark.aws.telemetry.LegLog;
import dev.tidemark.aws.telemetry.LegMetrics;
import dev.tidemark.aws.telemetry.Meter;
import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.lake.RunRecords;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedRecords;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.request.SourceMemory;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The wiring of a deployed function, from the environment that template.yaml gives it. */
public final class Deployment {
  private Deployment() {}

  /** The wiring of a function, by its environment and the system's clock. */
  public static Wiring wiring(Map<String, String> variables) {
    return wiring(variables, InstantSource.system());
  }

  /** The same by another clock, which a rehearsal sets forward instead of waiting for a lease. */
  public static Wiring wiring(Map<String, String> variables, InstantSource clock) {
    return wiring(variables, new Environment(variables).definition(), System.out, clock);
  }

  /**
   * The wiring of a function whose source is {@code definition}, wherever its legs run.
   *
   * @param lines takes what the function logs and measures
   */
  public static Wiring wiring(
      Map<String, String> variables,
      Definition definition,
      PrintStream lines,
      InstantSource clock) {
    Lazy<S3Client> s3 = Lazy.atOnce(() -> AwsClients.s3(Endpoint.ofS3(variables)));
    Lazy<SecretsManagerClient> secrets = Lazy.atOnce(() -> AwsClients.secrets(Endpoint.AWS));
    Environment environment = new Environment(variables);
    String connection = environment.connection();
    BaseUrl baseUrl = environment.baseUrl(definition);
    // Refused settings are told before anything is made that needs AWS.
    DescribedSource described =
        new DescribedSource(connection, definition, environment.settings(definition));
    String secret = environment.required("TIDEMARK_SECRET_ARN");
    DynamoDbClient dynamoDb = AwsClients.dynamoDb(Endpoint.AWS);
    String table = environment.required("TIDEMARK_TABLE");
    ConnectionMetrics metrics = environment.metrics(lines, clock);
    SourceMemory memory = memory(new DynamoRateBudget(dynamoDb, table, metrics::pacesAlone));
    Lazy<Credentials> credentials = Lazy.onDemand(() -> new Credentials(secrets.get(), clock));
    SourceAccess sources =
        sources(described, baseUrl, () -> credentials.get().text(secret), memory);
    ResourceStateStore states = new DynamoResourceStateStore(dynamoDb, table);
    PortsOfLegs ports =
        new PortsOfLegs(
            states,
            new DynamoPublishedIndexes(dynamoDb, table),
            s3,
            environment.required("TIDEMARK_BUCKET"),
            environment.meter(lines, clock));
    Lazy<LambdaClient> lambda = Lazy.onDemand(() -> AwsClients.lambda(Endpoint.AWS));
    StackLog log = environment.log(lines, clock);
    return new Wiring(
        connection,
        new ApiAccess(sources, transports(environment.reach(definition, baseUrl), metrics)),
        new Persistence(
            ports::of,
            states,
            new DynamoBindings(dynamoDb, table),
            new LoggedRecords(ports.records(), log)),
        arn -> event -> new LambdaInvoker(lambda.get(), arn).send(event),
        limits(environment, clock),
        tables(variables, lambda, log));
  }

  /** The stack's function of the tables; none where the variable that names it is empty. */
  private static TableRequests tables(
      Map<String, String> variables, Lazy<LambdaClient> lambda, StackLog log) {
    String function = variables.getOrDefault("TIDEMARK_TABLES", "");
    return function.isEmpty()
        ? TableRequests.NONE
        : new TableRequests(event -> new LambdaInvoker(lambda.get(), function).send(event), log);
  }

  private static LegLimits limits(Environment environment, InstantSource clock) {
    return new LegLimits(
        clock,
        environment.duration("TIDEMARK_PATIENCE"),
        () -> false,
        _ -> false,
        environment.slices());
  }

  private static SourceMemory memory(RateBudget budget) {
    return new SourceMemory(budget, new SecureRandom());
  }

  private static SourceAccess sources(
      DescribedSource described, BaseUrl baseUrl, Supplier<String> secret, SourceMemory memory) {
    return new DeployedSource(
        described,
        () ->
            SourceConnection.open(described, baseUrl, credential(described.definition(), secret))
                .remembering(memory));
  }

  /**
   * What opens the API.
   *
   * @param secret the text of the stack's secret; not asked for where the API is public
   */
  static Credential credential(Definition definition, Supplier<String> secret) {
    return definition.entrance().auth().none() ? Credential.none() : Credential.of(secret.get());
  }

  private static Supplier<Transport> transports(EgressPolicy reach, ConnectionMetrics metrics) {
    return () -> new CountedTransport(new HttpTransport(reach), metrics::answers);
  }

  /** The definition is bundled with the function; the credential is fetched for legs alone. */
  private record DeployedSource(DescribedSource described, Supplier<SourceConnection> opened)
      implements SourceAccess {
    @Override
    public SourceConnection open() {
      return opened.get();
    }
  }

  /** What the legs of a deployed function touch. */
  private record PortsOfLegs(
      ResourceStateStore states,
      PublishedIndexes indexes,
      Lazy<S3Client> s3,
      String bucket,
      Meter meter) {
    Ports of(ResourceKey key) {
      InstantSource clock = meter.clock();
      SystemPause pause = new SystemPause(clock, () -> false);
      return new Ports(
          new Storage(
              states,
              new LandedBatches(new S3Objects(s3.get(), bucket, pause)),
              new LandedSegments(new S3Objects(s3.get(), bucket)),
              indexes,
              new LandedLines(new S3Objects(s3.get(), bucket))),
          new Timing(clock, pause, new SecureRandom()),
          listener(key));
    }

    /** The client is made with the first leg. */
    RunRecords records() {
      return (resource, run, leg, json) ->
          new LandedRecords(new S3Objects(s3.get(), bucket)).add(resource, run, leg, json);
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
