package dev.tidemark.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is paged can see why and what to do, and no alarm waits for what nobody measures. */
class AlarmsTest {
  private static final List<String> MEASURING =
      List.of(
          "aws/src/main/java/dev/tidemark/aws/telemetry/LegMetrics.java",
          "aws/src/main/java/dev/tidemark/aws/telemetry/ConnectionMetrics.java",
          "sync/src/main/java/dev/tidemark/sync/sweep/Freshness.java");

  private final Template template = Template.read();

  static List<String> alarms() {
    return List.copyOf(Template.read().ofType("AWS::CloudWatch::Alarm").keySet());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void says_what_to_do_first_and_has_a_section_that_says_more(String alarm) {
    JsonNode properties = template.properties(alarm);
    assertThat(properties.path("AlarmDescription").asText())
        .contains("First ")
        .hasSizeGreaterThan(80);
    assertThat(properties.at("/AlarmActions/Fn::If/1/0/Ref").asText()).isEqualTo("AlarmTopic");
    assertThat(Template.text(Path.of("docs", "operate.md"))).contains("\n## " + alarm + "\n");
  }

  @Test
  void there_is_no_section_without_an_alarm() {
    assertThat(
            Template.text(Path.of("docs", "operate.md"))
                .lines()
                .filter(line -> line.matches("## \\w+Alarm"))
                .map(line -> line.substring("## ".length())))
        .containsExactlyInAnyOrderElementsOf(alarms())
        .hasSizeGreaterThan(9);
  }

  @Test
  void what_is_watched_is_measured() {
    StringBuilder sources = new StringBuilder();
    MEASURING.forEach(file -> sources.append(Template.text(Path.of("functions", file))));
    TreeSet<String> measured = new TreeSet<>(List.of("answered401", "answered403", "answered429"));
    template
        .ofType("AWS::Logs::MetricFilter")
        .values()
        .forEach(filter ->
            measured.add(filter.at("/Properties/MetricTransformations/0/MetricName").asText()));
    List<String> watched = new ArrayList<>();
    for (String alarm : alarms()) {
      own(template.properties(alarm), watched);
      for (JsonNode one : template.properties(alarm).path("Metrics")) {
        own(one.at("/MetricStat/Metric"), watched);
      }
    }
    assertThat(watched)
        .hasSizeGreaterThan(6)
        .allMatch(name -> measured.contains(name) || sources.toString().contains('"' + name + '"'));
  }

  private static void own(JsonNode metric, List<String> watched) {
    if (metric.path("Namespace").path("Fn::Sub").asText().startsWith("Tidemark/")) {
      watched.add(metric.path("MetricName").asText());
    }
  }

  @Test
  void a_dead_sweep_is_late_and_nothing_is_late_while_the_schedules_are_off() {
    JsonNode late = template.properties("LateAlarm");
    assertThat(late.path("TreatMissingData").asText()).isEqualTo("breaching");
    assertThat(late.at("/ActionsEnabled/Fn::If/0").asText()).isEqualTo("Scheduled");
    for (Map.Entry<String, JsonNode> alarm : template.ofType("AWS::CloudWatch::Alarm").entrySet()) {
      boolean breaching = alarm.getKey().equals("LateAlarm");
      assertThat(alarm.getValue().at("/Properties/TreatMissingData").asText())
          .isEqualTo(breaching ? "breaching" : "notBreaching");
    }
  }
}
