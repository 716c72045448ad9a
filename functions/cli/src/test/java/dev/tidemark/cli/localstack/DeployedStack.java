package dev.tidemark.cli.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceState;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A stack that {@code sam deploy} makes of the template, and what can be asked of it. */
final class DeployedStack implements AutoCloseable {
  static final String NAME = "tidemark-suite";
  static final String CONNECTION = "lev";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DEPLOY = Duration.ofMinutes(6);
  private static final int LOOK_MILLIS = 500;

  final Endpoint endpoint = Endpoint.local(URI.create(System.getenv("AWS_ENDPOINT_URL")));
  final CloudFormationClient cloudFormation = CloudFormationClient.create();
  final LambdaClient lambda = AwsClients.lambdaForLegs(endpoint);
  final S3Client s3 = AwsClients.s3(endpoint);
  final DynamoDbClient dynamoDb = AwsClients.dynamoDb(endpoint);
  private final Map<String, String> always;

  /**
   * @param always parameters of every deployment
   */
  DeployedStack(Map<String, String> always) {
    this.always = Map.copyOf(always);
  }

  /** What a person types, from the folder that {@code sam build} filled. */
  void deploy(Map<String, String> parameters) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Objects.requireNonNull(System.getenv(NeedsDeployment.SAM)));
    command.addAll(List.of("deploy", "--stack-name", NAME, "--resolve-s3"));
    command.addAll(List.of("--no-confirm-changeset", "--no-progressbar"));
    command.addAll(List.of("--no-fail-on-empty-changeset", "--capabilities", "CAPABILITY_IAM"));
    command.addAll(List.of("--region", "us-east-1", "--parameter-overrides"));
    always.forEach((name, value) -> command.add(name + "=" + value));
    parameters.forEach((name, value) -> command.add(name + "=" + value));
    Shell.run(DEPLOY, command);
  }

  Stack stack() {
    return cloudFormation.describeStacks(ask -> ask.stackName(NAME)).stacks().getFirst();
  }

  Map<String, String> outputs() {
    return stack().outputs().stream()
        .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
  }

  String output(String key) {
    return Objects.requireNonNull(outputs().get(key), key);
  }

  /** The functions by resource, in the template's order. */
  Map<String, String> functions() {
    return List.of(output("Functions").split(" ", -1)).stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  String function(String resource) {
    return Objects.requireNonNull(functions().get(resource), resource);
  }

  void storeCredential(String key) {
    try (SecretsManagerClient secrets = AwsClients.secrets(endpoint)) {
      String secret = output("SecretArn");
      secrets.putSecretValue(
          put -> put.secretId(secret).secretString("{\"apiKey\":\"" + key + "\"}"));
    }
  }

  /** Shortens a function's life, so that a run needs several. */
  void limit(String resource, int seconds) throws IOException {
    String function = function(resource);
    lambda.updateFunctionConfiguration(update -> update.functionName(function).timeout(seconds));
    lambda.waiter().waitUntilFunctionUpdatedV2(ask -> ask.functionName(function));
    // LocalStack loses an event that comes between the old version's end and the new one's start.
    invoke(function, "{\"action\":\"status\",\"resource\":\"" + resource + "\"}");
  }

  /** Turns a resource's schedule on; LocalStack cannot do so by an update of the stack. */
  void tickEveryMinute(String resource) {
    String function = function(resource);
    try (SchedulerClient scheduler = SchedulerClient.create()) {
      GetScheduleResponse schedule =
          scheduler.listSchedulesPaginator(_ -> {}).schedules().stream()
              .map(one -> scheduler.getSchedule(ask -> ask.name(one.name())))
              .filter(one -> one.target().arn().endsWith(":" + function))
              .filter(one -> one.target().input().contains("\"sync\""))
              .findFirst()
              .orElseThrow();
      scheduler.updateSchedule(update ->
          update
              .name(schedule.name())
              .state(ScheduleState.ENABLED)
              .scheduleExpression("rate(1 minute)")
              .flexibleTimeWindow(schedule.flexibleTimeWindow())
              .target(schedule.target()));
    }
  }

  JsonNode invoke(String function, String event) throws IOException {
    InvokeResponse response =
        lambda.invoke(
            invoke -> invoke.functionName(function).payload(SdkBytes.fromUtf8String(event)));
    assertThat(response.functionError()).as(response.payload().asUtf8String()).isNull();
    return JSON.readTree(response.payload().asUtf8String());
  }

  void send(String resource, String event) {
    String function = function(resource);
    lambda.invoke(invoke ->
        invoke
            .functionName(function)
            .invocationType(InvocationType.EVENT)
            .payload(SdkBytes.fromUtf8String(event)));
  }

  ResourceState state(String resource) {
    return new DynamoResourceStateStore(dynamoDb, output("TableName"))
        .read(ResourceKey.parse(CONNECTION, resource));
  }

  /** Kills the container in which {@code resource}'s function runs; false if there is none. */
  boolean kill(String resource) throws IOException, InterruptedException {
    String name = "lambda-" + function(resource).toLowerCase(java.util.Locale.ROOT);
    List<String> list = List.of("docker", "ps", "-q", "--filter", "name=" + name);
    List<String> ids = Shell.run(Duration.ofSeconds(20), list).lines().toList();
    for (String id : ids) {
      Shell.run(Duration.ofSeconds(20), List.of("docker", "kill", id));
    }
    return !ids.isEmpty();
  }

  /** Waits until {@code condition} holds. */
  static void await(String what, Duration limit, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Object never = new Object();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited %s for %s", limit, what).isLessThan(end);
      synchronized (never) {
        never.wait(LOOK_MILLIS);
      }
    }
  }

  @Override
  public void close() {
    cloudFormation.close();
    lambda.close();
    s3.close();
    dynamoDb.close();
  }
}
