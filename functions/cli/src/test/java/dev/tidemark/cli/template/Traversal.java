package dev.tidemark.cli.template;

import dev.tidemark.aws.dynamodb.DynamoBindings;
import dev.tidemark.aws.dynamodb.DynamoPublishedIndexes;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.aws.lambda.LambdaInvoker;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.aws.secrets.Credentials;
import dev.tidemark.cli.embedded.EmbeddedAws;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.Life;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedRecords;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.sync.SweepHandler;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.sync.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * The deployed handlers over the deployed adapters, whose calls are noted: embedded services behind
 * table and bucket, and answers that are made up where a function or a secret is asked.
 */
final class Traversal implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int ACCEPTED = 202;

  final Calls calls = new Calls();
  final Lev lev = Lev.start(DatasetPlan.of(5, 40));

  private final EmbeddedAws aws;
  private final DynamoDbClient dynamoDb;
  private final S3Client s3;
  private final Wiring wiring;
  private final LocalLambda lambda;

  Traversal(Path home) throws IOException {
    aws = new EmbeddedAws(home);
    dynamoDb = calls.of(DynamoDbClient.class, aws.dynamoDb());
    s3 = calls.of(S3Client.class, aws.s3());
    LambdaClient functions =
        calls.played(
            LambdaClient.class, (_, _) -> InvokeResponse.builder().statusCode(ACCEPTED).build());
    Credentials credentials =
        new Credentials(
            calls.played(
                SecretsManagerClient.class,
                (_, _) -> GetSecretValueResponse.builder().secretString(Lev.API_KEY).build()),
            CLOCK);
    wiring =
        new Wiring(
            "lev",
            new ApiAccess(() -> source(credentials), () -> new HttpTransport(EgressPolicy.ANY)),
            new Persistence(
                _ -> ports(),
                new DynamoResourceStateStore(dynamoDb, EmbeddedAws.TABLE),
                new DynamoBindings(dynamoDb, EmbeddedAws.TABLE),
                new LandedRecords(new S3Objects(s3, EmbeddedAws.BUCKET))),
            arn -> new LambdaInvoker(functions, arn)::send,
            new LegLimits(CLOCK, Duration.ofSeconds(1), () -> false, _ -> false));
    lambda =
        new LocalLambda(
            _ -> new SyncHandler(wiring),
            Duration.ofMinutes(5),
            CLOCK,
            () -> false,
            Life.Witness.NONE);
  }

  private SourceConnection source(Credentials credentials) {
    return SourceConnection.open(
        "lev",
        Sources.builtIn("lev"),
        BaseUrl.of(lev.baseUri().toString(), true),
        Settings.of(Sources.builtIn("lev"), Map.of("pageSize", "10")),
        Credential.of(credentials.text("the credential")));
  }

  private Ports ports() {
    SystemPause pause = new SystemPause(CLOCK, () -> false);
    return new Ports(
        new Storage(
            new DynamoResourceStateStore(dynamoDb, EmbeddedAws.TABLE),
            new LandedBatches(new S3Objects(s3, EmbeddedAws.BUCKET, pause)),
            new LandedSegments(new S3Objects(s3, EmbeddedAws.BUCKET)),
            new DynamoPublishedIndexes(dynamoDb, EmbeddedAws.TABLE),
            new LandedLines(new S3Objects(s3, EmbeddedAws.BUCKET))),
        new Timing(CLOCK, pause, new SecureRandom()),
        LegListener.NONE);
  }

  /** What the function of a resource answers. */
  String sync(String event) throws InterruptedException {
    return answer(lambda.invoke(_ -> new SyncHandler(wiring), event));
  }

  /** What the sweep answers. */
  String sweep(String event) throws InterruptedException {
    return answer(lambda.invoke(_ -> new SweepHandler(wiring, "stack-LevDeals-1"), event));
  }

  private static String answer(Ending ending) {
    return ending instanceof Ending.Answered(String _, var answer)
        ? answer.path("outcome").asText()
        : ending.toString();
  }

  @Override
  public void close() {
    lev.close();
    aws.close();
  }
}
