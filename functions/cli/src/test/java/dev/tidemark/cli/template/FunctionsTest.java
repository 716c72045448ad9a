package dev.tidemark.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.run.Mode;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.sync.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each resource of each definition has its function, its schedules and its place in the lists. */
class FunctionsTest {
  private static final Pattern FUNCTION = Pattern.compile("([^\\s=]+)=\\$\\{(\\w+)}");

  private final Template template = Template.read();

  private List<Block> blocks() {
    return template.blocks().entrySet().stream()
        .map(one -> new Block(one.getKey(), one.getValue(), template))
        .toList();
  }

  private Block block(String logicalId) {
    return new Block(logicalId, template.root().path("Resources").path(logicalId), template);
  }

  /** The built-in sources and those that a user has added. */
  private static List<String> sources() throws IOException {
    try (Stream<Path> own = Files.list(Path.of("..", "sources"))) {
      return Stream.concat(
              Sources.builtIn().stream(),
              own.map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.endsWith(".yaml"))
                  .map(name -> name.substring(0, name.length() - ".yaml".length())))
          .toList();
    }
  }

  @Test
  void each_resource_of_each_definition_has_exactly_one_block() throws IOException {
    List<String> resources = new ArrayList<>();
    for (String source : sources()) {
      Definition definition = Sources.bundled(source, Path.of("..", "sources"));
      for (String name : definition.names()) {
        resources.add(source + " " + name.replaceFirst("<\\w+>", "apartment"));
      }
    }
    assertThat(resources).hasSizeGreaterThan(20);
    assertThat(blocks().stream().map(Block::place)).containsExactlyInAnyOrderElementsOf(resources);
  }

  @Test
  void each_definition_may_be_chosen_and_has_an_environment() throws IOException {
    List<String> sources = sources();
    assertThat(template.root().path("Parameters").path("Source").path("AllowedValues"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(sources);
    String environments = Template.text(Path.of("samconfig.toml"));
    for (String source : sources) {
      assertThat(environments)
          .contains("[" + source + ".deploy.parameters]", "\"Source=" + source + "\"");
    }
  }

  @Test
  void a_block_is_called_as_its_source_and_its_resource() {
    for (Block block : blocks()) {
      String name = block.place().replace(".apartment", "").replaceAll("[ _]", "");
      assertThat(block.logicalId().toLowerCase(Locale.ROOT))
          .isEqualTo(name.replace("objectrecords", "object"));
    }
  }

  @Test
  void a_block_says_only_what_is_its_own() {
    for (Block block : blocks()) {
      assertThat(block.json().path("Metadata").path("BuildMethod").asText()).isEqualTo("makefile");
      assertThat(block.json().path("Properties").properties())
          .extracting(Map.Entry::getKey)
          .containsExactly("Role", "Events");
    }
    JsonNode shared = template.root().path("Globals").path("Function");
    assertThat(shared.path("RecursiveLoop").asText()).isEqualTo("Allow");
    assertThat(shared.path("Timeout").asText()).isEqualTo("900");
  }

  @Test
  void a_schedule_syncs_its_resource_or_looks_for_what_is_gone() {
    for (Block block : blocks()) {
      Event.Sync sync = block.event("Sync");
      assertThat(sync.mode()).isEqualTo(Mode.INCREMENTAL);
      Resource declared = block.declared();
      boolean silent = declared.members().deleted() == null && declared.cannotReconcile() == null;
      assertThat(block.events().has("Reconcile")).as(block.logicalId()).isEqualTo(silent);
      if (silent) {
        Event.Sync reconcile = block.event("Reconcile");
        assertThat(reconcile.mode()).isEqualTo(Mode.RECONCILE);
        assertThat(reconcile.resource()).isEqualTo(block.resource());
      }
      assertThat(block.events().size()).isEqualTo(silent ? 2 : 1);
    }
  }

  @Test
  void a_schedule_keeps_what_it_could_not_deliver_and_can_be_turned_off() {
    for (Block block : blocks()) {
      for (Map.Entry<String, JsonNode> event : block.events().properties()) {
        assertThat(event.getValue().path("Type").asText()).isEqualTo("ScheduleV2");
        JsonNode schedule = event.getValue().path("Properties");
        assertThat(schedule.at("/State/Ref").asText()).isEqualTo("ScheduleState");
        assertThat(schedule.path("OmitName").asText()).isEqualTo("true");
        assertThat(schedule.at("/RoleArn/Fn::GetAtt/0").asText()).isEqualTo("SchedulerRole");
        assertThat(schedule.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
            .isEqualTo("DeadLetters");
        assertThat(schedule.at("/RetryPolicy/MaximumRetryAttempts").asInt()).isBetween(1, 3);
        assertThat(block.event(event.getKey()).scheduledTime())
            .isEqualTo("<aws.scheduler.scheduled-time>");
      }
    }
  }

  @Test
  void children_are_synced_when_children_are() {
    for (Block block : blocks()) {
      JsonNode every = block.events().at("/Sync/Properties/ScheduleExpression");
      boolean child = block.declared().kin().parent() != null;
      assertThat(every.path("Ref").asText()).isEqualTo(child ? "ChildrenExpression" : "");
      assertThat(every.at("/Fn::If/1/Ref").asText()).isEqualTo(child ? "" : "ScheduleExpression");
    }
  }

  @Test
  void the_sweep_is_always_on_and_knows_the_function_of_each_resource() {
    JsonNode schedule = template.properties("Sweep").at("/Events/Sweep/Properties");
    assertThat(schedule.path("State").asText()).isEqualTo("ENABLED");
    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
    JsonNode map = template.properties("Sweep").at("/Environment/Variables/TIDEMARK_FUNCTIONS");
    assertThat(template.root().at("/Outputs/Functions/Value")).isEqualTo(map);
    Map<String, String> known = new TreeMap<>();
    for (JsonNode some : map.path("Fn::Join").path(1)) {
      FUNCTION
          .matcher(some.at("/Fn::If/1/Fn::Sub").asText())
          .results()
          .forEach(one -> {
            known.put(one.group(2), filled(one));
            Block block = block(one.group(2));
            assertThat(some.at("/Fn::If/0")).isEqualTo(block.json().path("Condition"));
          });
    }
    Map<String, String> expected = new TreeMap<>();
    blocks().forEach(block -> expected.put(block.logicalId(), block.resource()));
    assertThat(known).isEqualTo(expected);
  }

  private static String filled(MatchResult one) {
    return one.group(1).replace("${CustomObject}", "apartment");
  }

  @Test
  void what_only_lambda_measures_is_watched_for_each_function_and_fits_an_alarm() {
    for (String alarm : List.of("ThrottlesAlarm", "EventsDroppedAlarm", "EventsLateAlarm")) {
      Map<String, Integer> bySource = new TreeMap<>();
      TreeSet<String> watched = new TreeSet<>();
      for (JsonNode one : template.properties(alarm).path("Metrics")) {
        JsonNode metric = one.at("/Fn::If/1/MetricStat/Metric");
        String function = metric.at("/Dimensions/0/Value/Ref").asText();
        if (one.has("Fn::If")) {
          Block block = block(function);
          assertThat(one.at("/Fn::If/0")).isEqualTo(block.json().path("Condition"));
          assertThat(watched.add(function)).as(function + " twice").isTrue();
          bySource.merge(block.source(), 1, Integer::sum);
        }
      }
      assertThat(watched).isEqualTo(new TreeSet<>(template.blocks().keySet()));
      assertThat(bySource.values()).as(alarm).allMatch(count -> count <= 10);
    }
  }

  @Test
  void what_was_landed_outlives_the_stack() {
    for (String kept : List.of("StateTable", "Bucket", "BucketPolicy")) {
      JsonNode resource = template.root().path("Resources").path(kept);
      assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
      assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    }
    JsonNode recovery =
        template.root().at("/Resources/StateTable/Properties/PointInTimeRecoverySpecification");
    assertThat(recovery.path("PointInTimeRecoveryEnabled").asBoolean()).isTrue();
  }
}
