package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.CallLimits;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.dynamodb.DynamoBindings;
import dev.tidemark.aws.dynamodb.DynamoPublishedIndexes;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.runtimeapi.Cloud;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.sync.LocalContext;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.sync.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Legs in this process over a stack's table and bucket, where functions may be at work as well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LegsOverStackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Definition DEFINITION = Sources.builtIn("lev");

  private final Lev lev = Lev.start(DatasetPlan.of(5, 300));
  private @Nullable Cloud cloud;
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable S3Client s3;

  @BeforeAll
  void open() throws IOException {
    // Not in /tmp, which may be a file system without the extended attributes that hold metadata.
    cloud =
        new Cloud(
            Files.createTempDirectory(Files.createDirectories(Path.of("target")), "over-stack"));
    dynamoDb = AwsClients.dynamoDb(Endpoint.local(cloud.dynamoDb()), CallLimits.LARGE);
    s3 = AwsClients.s3(Endpoint.local(cloud.s3()));
  }

  @AfterAll
  void close() {
    s3().close();
    if (dynamoDb != null) {
      dynamoDb.close();
    }
    if (cloud != null) {
      cloud.close();
    }
    lev.close();
  }

  private S3Client s3() {
    return Objects.requireNonNull(s3);
  }

  private Wiring wiring(LegListener listener) {
    DynamoDbClient table = Objects.requireNonNull(dynamoDb);
    ResourceStateStore states = Objects.requireNonNull(cloud).states();
    SourceConnection source =
        SourceConnection.open(
            new DescribedSource("main", DEFINITION, Settings.DEFAULT),
            DEFINITION.baseUrl(lev.baseUri().toString(), true),
            Credential.of("{\"apiKey\":\"" + Lev.API_KEY + "\"}"));
    S3Objects objects = new S3Objects(s3(), Cloud.NAME);
    Ports ports =
        new Ports(
            new Storage(
                states,
                new LandedBatches(objects),
                new LandedSegments(objects),
                new DynamoPublishedIndexes(table, Cloud.NAME),
                new LandedLines(objects)),
            new Timing(CLOCK, new SystemPause(CLOCK, () -> false), new SecureRandom()),
            listener);
    return new Wiring(
        "main",
        new ApiAccess(Origin.of(source), () -> new HttpTransport(EgressPolicy.ANY)),
        new Persistence(_ -> ports, states, new DynamoBindings(table, Cloud.NAME)),
        _ -> _ -> {},
        new LegLimits(CLOCK, Duration.ofSeconds(5), () -> false, _ -> false));
  }

  private Ran sync(String resource, LegListener listener) throws InterruptedException {
    StringWriter out = new StringWriter();
    Console console =
        new Console(true, new PrintWriter(out, true), new PrintWriter(new StringWriter(), true));
    SyncRequest request =
        new SyncRequest(
            List.of(resource),
            true,
            new Work.Sync(Mode.INCREMENTAL, null, null, null),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            null,
            Map.of());
    PrintStream log = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    try (Workplace place = new StackWorkplace(wiring(listener), log);
        Interruption interruption = Interruption.listen()) {
      return new Ran(new LocalSync(place, request, console, interruption).run(), out.toString());
    }
  }

  private record Ran(ExitStatus status, String said) {}

  private JsonNode invoked(String resource) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String event = "{\"action\":\"sync\",\"resource\":\"" + resource + "\"}";
    new SyncHandler(wiring(LegListener.NONE))
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            answer,
            new LocalContext("a-function", CLOCK.instant().plusSeconds(300), CLOCK, 512));
    return JSON.readTree(answer.toByteArray());
  }

  private Map<String, String> landed(String resource) {
    return new TreeMap<>(
        new Lake(new S3Objects(s3(), Cloud.NAME))
            .state(ResourceKey.of("main", resource), new LineRecall(DEFINITION.resource(resource)))
            .records());
  }

  @Test
  void a_resource_is_landed_as_by_a_function() throws Exception {
    Ran ran = sync("deals", LegListener.NONE);
    assertThat(ran.status()).as(ran.said()).isEqualTo(ExitStatus.COMPLETED);
    assertThat(landed("deals")).isEqualTo(new TreeMap<>(lev.truth("deals")));
    assertThat(invoked("deals").path("mode").asText()).isEqualTo("incremental");
  }

  @Test
  void a_schedule_that_fires_meanwhile_finds_the_resource_held() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    JsonNode[] answer = new JsonNode[1];
    Thread schedule =
        Thread.ofVirtual()
            .start(() -> {
              try {
                read.await();
                answer[0] = invoked("contacts");
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              } finally {
                asked.countDown();
              }
            });
    Ran ran = sync("contacts", _ -> await(read, asked));
    schedule.join();
    assertThat(answer[0].path("outcome").asText()).isEqualTo("held");
    assertThat(ran.status()).as(ran.said()).isEqualTo(ExitStatus.COMPLETED);
    assertThat(landed("contacts")).isEqualTo(new TreeMap<>(lev.truth("contacts")));
  }

  @Test
  void a_resource_that_a_function_works_on_is_left_to_it() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    Thread function =
        Thread.ofVirtual()
            .start(() -> {
              try {
                new SyncHandler(wiring(_ -> await(begun, tried)))
                    .handleRequest(
                        new ByteArrayInputStream(
                            "{\"action\":\"sync\",\"resource\":\"companies\"}".getBytes(UTF_8)),
                        new ByteArrayOutputStream(),
                        new LocalContext(
                            "a-function", CLOCK.instant().plusSeconds(300), CLOCK, 512));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    begun.await();
    Ran ran = sync("companies", LegListener.NONE);
    tried.countDown();
    function.join();
    assertThat(ran.status()).as(ran.said()).isEqualTo(ExitStatus.IN_FLIGHT);
    assertThat(ran.said()).contains("\"held\"");
    assertThat(landed("companies")).isEqualTo(new TreeMap<>(lev.truth("companies")));
  }

  private static void await(CountDownLatch reached, CountDownLatch until) {
    reached.countDown();
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
