package dev.tidemark.cli.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.lake.PublishedState;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.server.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A stack from its first day to its last: deployed, scheduled, killed, operated, updated and
 * deleted, with a simulated API that its functions reach in a private network.
 */
@OnLocalStack
@ExtendWith(NeedsDeployment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployedStackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Pages of 200: a walk that is slowed down takes longer than an update of the stack.
  private static final int RECORDS = 6000;
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Lev lev = Lev.start(DatasetPlan.of(5, RECORDS));
  private final Relay relay;
  private final DeployedStack stack;

  DeployedStackTest() throws IOException {
    relay = new Relay(lev.baseUri());
    stack =
        new DeployedStack(
            Map.of(
                "Source", "lev",
                "Connection", DeployedStack.CONNECTION,
                "BaseUrl", relay.uri(),
                "AllowPrivateOrigin", "true",
                "Architecture", "x86_64",
                "DeletionProtection", "false"));
  }

  @BeforeAll
  void deploy() throws IOException, InterruptedException {
    stack.deploy(Map.of("ScheduleState", "DISABLED"));
    stack.storeCredential(Lev.API_KEY);
    // It fails for good after two retries, some minutes from now.
    stack.send("lenders", "{\"action\":\"explode\"}");
  }

  @AfterAll
  void close() throws IOException {
    stack.close();
    relay.close();
    lev.close();
  }

  @Test
  @Order(1)
  void what_was_deployed_is_what_the_template_asks_for() throws IOException {
    assertThat(stack.stack().stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    new Deployed(stack).check();
  }

  @Test
  @Order(2)
  void a_leg_whose_container_is_killed_is_finished_by_the_sweep() throws Exception {
    slow("contacts");
    stack.limit("contacts", 30);
    int before = asked("contacts");
    stack.send("contacts", sync("contacts"));
    DeployedStack.await("pages", SOON, () -> asked("contacts") >= before + 3);
    assertThat(stack.kill("contacts")).isTrue();
    lev.quirks().clear();
    DeployedStack.await("the lease to end", SOON, () -> !leased("contacts"));
    String sweep = stack.function("contacts").replaceAll("-LevContacts-.*", "-Sweep-");
    String sweeper =
        stack.lambda.listFunctionsPaginator().functions().stream()
            .map(function -> function.functionName())
            .filter(name -> name.startsWith(sweep))
            .findFirst()
            .orElseThrow();
    if (!completed("contacts")) {
      assertThat(stack.invoke(sweeper, "{\"action\":\"sweep\"}").path("sent").asInt()).isPositive();
    }
    DeployedStack.await("the run's end", LONG, () -> completed("contacts"));
    landed("contacts");
  }

  @Test
  @Order(3)
  void a_person_runs_stops_and_looks_by_the_command() throws Exception {
    JsonNode done = tidemark("sync", "lev", "companies", "--json");
    assertThat(done.path("outcome").asText()).isEqualTo("completed");
    landed("companies");
    assertThat(tidemark("pause", "lev", "companies", "--json").path("phase").asText())
        .isEqualTo("paused");
    String held =
        stack.invoke(stack.function("companies"), sync("companies")).path("outcome").asText();
    assertThat(held).isEqualTo("paused");
    assertThat(tidemark("status", "companies", "--json").path("phase").asText())
        .isEqualTo("paused");
    assertThat(tidemark("resume", "lev", "companies", "--json").path("phase").asText())
        .isEqualTo("idle");
    JsonNode range =
        tidemark(
            "backfill",
            "lev",
            "companies",
            "--from",
            "2020-01-01",
            "--until",
            "2020-02-01",
            "--json");
    assertThat(range.path("outcome").asText()).isEqualTo("completed");
    assertThat(range.path("mode").asText()).isEqualTo("backfill");
    assertThat(tidemark("runs", "companies", "--json").path("resource").asText())
        .isEqualTo("companies");
  }

  @Test
  @Order(4)
  void ticks_of_the_schedule_run_legs_while_the_stack_is_updated() throws Exception {
    slow("deals");
    stack.limit("deals", 20);
    stack.tickEveryMinute("deals");
    AtomicInteger legs = new AtomicInteger();
    DeployedStack.await("two legs", LONG, () -> moreLegs(legs) > 1);
    stack.deploy(Map.of("ScheduleState", "DISABLED", "MemorySize", "768"));
    assertThat(moreLegs(legs)).isPositive();
    assertThat(completed("deals")).as("the walk ended before the update").isFalse();
    lev.quirks().clear();
    DeployedStack.await("the run's end", LONG, () -> moreLegs(legs) >= 0 && completed("deals"));
    System.out.println("deployed: deals took " + legs + " legs or more");
    assertThat(legs.get()).isGreaterThan(2);
    landed("deals");
  }

  @Test
  @Order(5)
  void legs_run_in_the_command_s_own_process_over_the_stack(@TempDir Path home) throws Exception {
    JsonNode done = tidemark("sync", "lev", "placements", "--here", "--home", home, "--json");
    assertThat(done.path("outcome").asText()).as("%s", done).isEqualTo("completed");
    landed("placements");
    assertThat(Files.readString(home.resolve("logs").resolve(DeployedStack.NAME + ".jsonl")))
        .contains("\"placements\"")
        .doesNotContain(Lev.API_KEY);
    assertThat(tidemark("sync", "lev", "placements", "--json").path("mode").asText())
        .isEqualTo("incremental");
  }

  @Test
  @Order(6)
  void an_event_that_nobody_understands_reaches_the_dead_letters() throws Exception {
    try (SqsClient sqs =
        SqsClient.builder()
            .endpointOverride(stack.endpoint.uri())
            .region(stack.endpoint.region())
            .credentialsProvider(stack.endpoint.credentials())
            .build()) {
      String queue = stack.output("DeadLettersUrl");
      StringBuilder letters = new StringBuilder();
      DeployedStack.await(
          "a dead letter",
          LONG,
          () -> {
            sqs
                .receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(Message::body)
                .forEach(letters::append);
            return letters.indexOf("explode") >= 0;
          });
    }
  }

  @Test
  @Order(7)
  void a_stack_that_is_deleted_leaves_its_data() throws Exception {
    String bucket = stack.output("BucketName");
    String table = stack.output("TableName");
    stack.cloudFormation.deleteStack(delete -> delete.stackName(DeployedStack.NAME));
    stack
        .cloudFormation
        .waiter()
        .waitUntilStackDeleteComplete(ask -> ask.stackName(DeployedStack.NAME));
    assertThat(
            new TreeMap<>(
                LevLake.state(stack.s3, bucket, DeployedStack.CONNECTION, "deals").records()))
        .isEqualTo(new TreeMap<>(lev.truth("deals")));
    assertThat(stack.dynamoDb.describeTable(ask -> ask.tableName(table)).table().itemCount())
        .isPositive();
  }

  private void slow(String resource) {
    lev.quirks().add(resource, new Delivery.Delayed(Duration.ofSeconds(3)));
  }

  private int asked(String resource) {
    return lev.log().entries(resource).size();
  }

  private boolean leased(String resource) {
    var lease = stack.state(resource).lease();
    return lease != null && lease.live(java.time.InstantSource.system().instant());
  }

  private boolean completed(String resource) {
    var state = stack.state(resource);
    return state.phase() instanceof Phase.Idle && state.checkpoint() != null;
  }

  /** The most legs that the run of deals has been seen to have. */
  private int moreLegs(AtomicInteger seen) {
    Progress progress = stack.state("deals").phase().unfinished();
    return seen.accumulateAndGet(progress == null ? 0 : progress.legs(), Math::max);
  }

  private void landed(String resource) {
    PublishedState state =
        LevLake.state(stack.s3, stack.output("BucketName"), DeployedStack.CONNECTION, resource);
    assertThat(state.repetitions()).isZero();
    assertThat(new TreeMap<>(state.records())).isEqualTo(new TreeMap<>(lev.truth(resource)));
  }

  private static String sync(String resource) {
    return "{\"action\":\"sync\",\"resource\":\"" + resource + "\"}";
  }

  /** The one document that the command prints. */
  private static JsonNode tidemark(Object... words) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("./tidemark"));
    Stream.of(words).map(Object::toString).forEach(command::add);
    command.addAll(List.of("--stack", DeployedStack.NAME));
    String said = Shell.run(LONG, command);
    List<String> documents = said.lines().filter(line -> line.startsWith("{")).toList();
    assertThat(documents).as(said).isNotEmpty();
    return JSON.readTree(documents.getFirst());
  }
}
