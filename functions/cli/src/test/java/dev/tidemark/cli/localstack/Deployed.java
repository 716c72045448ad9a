package dev.tidemark.cli.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Sources;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/** What a stack has become, compared with what the template asks for. */
record Deployed(DeployedStack stack) {
  private static final int LIFE_SECONDS = 900;

  void check() {
    functions();
    schedules();
    alarms();
    bucket();
    table();
  }

  private void functions() {
    Map<String, String> functions = stack.functions();
    assertThat(new TreeSet<>(functions.keySet()))
        .isEqualTo(new TreeSet<>(Sources.builtIn("lev").runnable()));
    functions.forEach((resource, name) -> {
      GetFunctionConfigurationResponse function =
          stack.lambda.getFunctionConfiguration(ask -> ask.functionName(name));
      assertThat(function.runtimeAsString()).isEqualTo("java25");
      assertThat(function.timeout()).as(resource).isEqualTo(LIFE_SECONDS);
      assertThat(function.handler()).isEqualTo("dev.tidemark.sync.SyncHandler::handleRequest");
      assertThat(function.environment().variables())
          .containsEntry("TIDEMARK_BUCKET", stack.output("BucketName"))
          .containsEntry("TIDEMARK_TABLE", stack.output("TableName"))
          .containsEntry("TIDEMARK_SOURCE", "lev");
      GetFunctionEventInvokeConfigResponse events =
          stack.lambda.getFunctionEventInvokeConfig(ask -> ask.functionName(name));
      assertThat(events.maximumRetryAttempts()).isEqualTo(2);
      assertThat(events.destinationConfig().onFailure().destination()).contains("DeadLetters");
    });
    String template =
        stack
            .cloudFormation
            .getTemplate(ask -> ask.stackName(DeployedStack.NAME).templateStage("Original"))
            .templateBody();
    // The functions' own; what Globals say for all stands further left and is overridden.
    assertThat(template.lines().filter(line -> line.startsWith("      CodeUri:")))
        .isNotEmpty()
        .allMatch(line -> line.contains("s3://"));
  }

  private void schedules() {
    try (SchedulerClient scheduler = SchedulerClient.create()) {
      List<GetScheduleResponse> all =
          scheduler.listSchedules(ask -> ask.maxResults(100)).schedules().stream()
              .map(ScheduleSummary::name)
              .map(name -> scheduler.getSchedule(ask -> ask.name(name)))
              .filter(one -> one.target().arn().contains(DeployedStack.NAME))
              .toList();
      List<GetScheduleResponse> on =
          all.stream().filter(one -> one.state() == ScheduleState.ENABLED).toList();
      assertThat(all).hasSizeGreaterThan(stack.functions().size());
      assertThat(on)
          .extracting(GetScheduleResponse::scheduleExpression)
          .containsExactly("rate(5 minutes)");
      assertThat(all)
          .allMatch(one -> one.target().deadLetterConfig().arn().contains("DeadLetters"));
    }
  }

  private void alarms() {
    try (CloudWatchClient cloudWatch = CloudWatchClient.create()) {
      List<String> names =
          resources("AWS::CloudWatch::Alarm").stream()
              .map(StackResourceSummary::physicalResourceId)
              .toList();
      List<MetricAlarm> alarms =
          cloudWatch.describeAlarms(ask -> ask.maxRecords(100)).metricAlarms().stream()
              .filter(alarm -> names.contains(alarm.alarmName()))
              .toList();
      assertThat(alarms).hasSameSizeAs(names).hasSizeGreaterThan(5);
      assertThat(alarms).allMatch(alarm -> alarm.alarmDescription().length() > 20);
    }
  }

  private void bucket() {
    String bucket = stack.output("BucketName");
    var access =
        stack.s3.getPublicAccessBlock(ask -> ask.bucket(bucket)).publicAccessBlockConfiguration();
    assertThat(access.blockPublicAcls() && access.blockPublicPolicy()).isTrue();
    assertThat(access.ignorePublicAcls() && access.restrictPublicBuckets()).isTrue();
    assertThat(stack.s3.getBucketPolicy(ask -> ask.bucket(bucket)).policy())
        .contains("aws:SecureTransport");
    assertThat(stack.s3.getBucketEncryption(ask -> ask.bucket(bucket)).toString())
        .contains("AES256");
  }

  private void table() {
    String table = stack.output("TableName");
    assertThat(
            stack
                .dynamoDb
                .describeTimeToLive(ask -> ask.tableName(table))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("expires");
  }

  private List<StackResourceSummary> resources(String type) {
    return stack
        .cloudFormation
        .listStackResourcesPaginator(ask -> ask.stackName(DeployedStack.NAME))
        .stackResourceSummaries()
        .stream()
        .filter(one -> one.resourceType().equals(type))
        .toList();
  }
}
