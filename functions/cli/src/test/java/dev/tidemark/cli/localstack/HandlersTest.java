package dev.tidemark.cli.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.aws.dynamodb.DynamoBindings;
import dev.tidemark.aws.dynamodb.DynamoPublishedIndexes;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.aws.secrets.Credentials;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.Life;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.lake.PublishedState;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.sync.wiring.Wiring;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The handlers run there, in legs and in races, with the credential that a secret holds. */
@OnLocalStack
class HandlersTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"deals\"}";

  private final Lev lev = Lev.start(DatasetPlan.of(5, 300));
  private final String connection = "lev-" + UUID.randomUUID().toString().substring(0, 8);
  private final LocalStack aws = LocalStack.started();
  private final S3Client s3 = aws.s3();
  private final LocalLambda lambda =
      new LocalLambda(
          _ -> new SyncHandler(wiring()),
          Duration.ofSeconds(4),
          CLOCK,
          () -> false,
          Life.Witness.NONE);

  @AfterEach
  void close() {
    lev.close();
  }

  private Wiring wiring() {
    Credentials credentials = new Credentials(aws.secrets(), CLOCK);
    ResourceStateStore states = new DynamoResourceStateStore(aws.dynamoDb(), LocalStack.NAME);
    SystemPause pause = new SystemPause(CLOCK, () -> false);
    Ports ports =
        new Ports(
            new Storage(
                states,
                new LandedBatches(new S3Objects(s3, LocalStack.NAME, pause)),
                new LandedSegments(new S3Objects(s3, LocalStack.NAME)),
                new DynamoPublishedIndexes(aws.dynamoDb(), LocalStack.NAME),
                new LandedLines(new S3Objects(s3, LocalStack.NAME))),
            new Timing(CLOCK, pause, new SecureRandom()),
            LegListener.NONE);
    return new Wiring(
        connection,
        new ApiAccess(() -> source(credentials), () -> new HttpTransport(EgressPolicy.ANY)),
        new Persistence(_ -> ports, states, new DynamoBindings(aws.dynamoDb(), LocalStack.NAME)),
        _ -> this::send,
        new LegLimits(CLOCK, Duration.ofSeconds(1), () -> false, _ -> false));
  }

  private void send(String event) {
    lambda.send(event);
  }

  private SourceConnection source(Credentials credentials) {
    Definition definition = Sources.builtIn("lev");
    return SourceConnection.open(
        connection,
        definition,
        BaseUrl.of(lev.baseUri().toString(), true),
        Settings.of(definition, Map.of("pageSize", "20")),
        Credential.of(credentials.text(connection)));
  }

  private List<String> outcomes(int workers, String... events) throws InterruptedException {
    aws.secrets()
        .createSecret(
            create -> create.name(connection).secretString("{\"apiKey\":\"" + Lev.API_KEY + "\"}"));
    List<String> outcomes = new ArrayList<>();
    for (String event : events) {
      lambda.send(event);
    }
    lambda.run(
        workers,
        ending -> {
          synchronized (outcomes) {
            outcomes.add(
                ending instanceof Ending.Answered(var _, var answer)
                    ? answer.path("outcome").asText()
                    : ending.toString());
          }
        });
    return outcomes;
  }

  private void landed() {
    PublishedState state = LevLake.state(s3, LocalStack.NAME, connection, "deals");
    assertThat(state.repetitions()).isZero();
    assertThat(new TreeMap<>(state.records())).isEqualTo(new TreeMap<>(lev.truth("deals")));
  }

  @Test
  void a_run_of_several_legs_lands_the_truth() throws Exception {
    lev.quirks()
        .add("deals", new dev.tidemark.simulators.server.Delivery.Delayed(Duration.ofMillis(300)));
    List<String> outcomes = outcomes(1, SYNC);
    assertThat(outcomes.getLast()).isEqualTo("completed");
    assertThat(outcomes).hasSizeGreaterThan(2).contains("in-flight");
    landed();
  }

  @Test
  void invocations_that_race_land_the_truth_once() throws Exception {
    List<String> outcomes = outcomes(4, SYNC, SYNC, SYNC, SYNC);
    assertThat(outcomes).contains("completed");
    landed();
  }
}
