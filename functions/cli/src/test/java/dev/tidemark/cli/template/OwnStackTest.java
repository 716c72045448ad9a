package dev.tidemark.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.cli.stack.OwnStack;
import dev.tidemark.cli.stack.StackCheck;
import dev.tidemark.cli.stack.StackFolder;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stack that is written for a definition has what each of its resources needs. */
class OwnStackTest {
  private static final Pattern PLACE = Pattern.compile("([^\\s=]+)=\\$\\{(\\w+)}");
  private static final Pattern IN_TEXT = Pattern.compile("\\$\\{(\\w+)[.}]");

  @TempDir private Path folder = Path.of(".");

  /** Ids that would be given twice, and two resources that are one for each of the user's names. */
  private static final String MIXED =
      """
        r-01: {path: /a}
        r01_sync: {path: /b}
        things_records: {argument: key, path: "/t/{key}"}
        bucket: {argument: name, path: "/u/{name}"}
      """;

  /** A path each: the built-in ones, the gallery, the guide's, one of 24 resources. */
  private static final List<String> DEFINITIONS = written();

  static Stream<String> definitions() {
    return DEFINITIONS.stream();
  }

  private static List<String> written() {
    try (Stream<Path> gallery = Files.list(Path.of("..", "..", "examples"))) {
      Path target = Files.createDirectories(Path.of("target"));
      Path own = Files.createTempDirectory(target, "definitions");
      return Stream.of(
              Stream.of("lev", "askelephant", "zendesk"),
              gallery.map(Path::toString).filter(file -> file.endsWith(".yaml")).sorted(),
              Stream.of(
                      Files.writeString(own.resolve("quayside.yaml"), guide()),
                      Files.writeString(own.resolve("many.yaml"), many(24, "")),
                      Files.writeString(own.resolve("mixed.yaml"), many(12, MIXED)))
                  .map(Path::toString))
          .flatMap(names -> names)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String many(int resources, String more) {
    StringBuilder yaml =
        new StringBuilder(
            """
            tidemark: 1
            source: many_things
            title: Many things
            baseUrl: https://api.many.example
            auth: {none: true}
            defaults:
              records: data
              id: id
              pagination: {kind: none}
              order: unordered
              promote: run-start
            resources:
            """);
    IntStream.rangeClosed(1, resources)
        .forEach(number -> yaml.append("  r%02d: {path: /r%02d}\n".formatted(number, number)));
    return yaml.append(more).toString();
  }

  private static String guide() {
    String page = Template.text(Path.of("docs", "your-own-api.md"));
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(begin, page.indexOf("```", begin));
  }

  private Template written(OwnStack stack) throws IOException {
    new StackFolder(folder).write(stack);
    return Template.of(Files.readString(folder.resolve("template.yaml")));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void each_resource_has_its_function_its_schedules_and_its_alarms(String source)
      throws IOException {
    OwnStack stack = OwnStack.named(source);
    Template template = written(stack);
    Map<String, JsonNode> functions = template.blocks();
    Map<String, String> places = places(template);
    assertThat(places.keySet()).isEqualTo(functions.keySet());
    assertThat(functions).hasSameSizeAs(stack.definition().resources());
    functions.forEach((id, function) ->
        schedules(
            stack.definition(), places.getOrDefault(id, ""), function.at("/Properties/Events")));
    alarms(template, functions.keySet());
    assertThat(StackCheck.of(stack, folder, "write it anew")).isEmpty();
  }

  /** Which function runs which resource, as the sweep is told. */
  private static Map<String, String> places(Template template) {
    JsonNode map = template.properties("Sweep").at("/Environment/Variables/TIDEMARK_FUNCTIONS");
    Map<String, String> places = new TreeMap<>();
    for (JsonNode some : map.path("Fn::Join").path(1)) {
      JsonNode text = some.has("Fn::If") ? some.at("/Fn::If/1/Fn::Sub") : some.path("Fn::Sub");
      PLACE.matcher(text.asText()).results().forEach(one -> places.put(one.group(2), one.group(1)));
    }
    return places;
  }

  private static void schedules(Definition definition, String place, JsonNode events) {
    Resource resource = definition.resources().get(place.replaceFirst("\\..*", ""));
    assertThat(resource).as(place).isNotNull();
    assertThat(events.at("/Sync/Properties/Input").toString())
        .contains("\\\"resource\\\":\\\"" + place + "\\\"");
    assertThat(events.has("Reconcile"))
        .as(place)
        .isEqualTo(resource.members().deleted() == null && resource.cannotReconcile() == null);
    assertThat(
            events
                .at("/Sync/Properties/ScheduleExpression/Ref")
                .asText()
                .equals("ChildrenExpression"))
        .as(place)
        .isEqualTo(resource.kin().parent() != null);
  }

  private static void alarms(Template template, Set<String> functions) {
    for (String kind : List.of("ThrottlesAlarm", "EventsDroppedAlarm", "EventsLateAlarm")) {
      List<String> watched = new ArrayList<>();
      for (Map.Entry<String, JsonNode> alarm :
          template.ofType("AWS::CloudWatch::Alarm").entrySet()) {
        if (alarm.getKey().startsWith(kind)) {
          JsonNode metrics = alarm.getValue().at("/Properties/Metrics");
          assertThat(metrics.size() - 1).as(alarm.getKey()).isBetween(1, 10);
          assertThat(metrics.path(1).has("Fn::If")).as("an alarm is never empty").isFalse();
          for (JsonNode one : metrics) {
            JsonNode metric = one.has("Fn::If") ? one.at("/Fn::If/1") : one;
            watched.add(metric.at("/MetricStat/Metric/Dimensions/0/Value/Ref").asText());
          }
        }
      }
      watched.removeIf(String::isEmpty);
      assertThat(watched).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(functions);
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void nothing_is_named_that_is_not_there_and_nothing_is_there_for_nothing(String source)
      throws IOException {
    Template template = written(OwnStack.named(source));
    Set<String> named = new TreeSet<>();
    names(template.root().path("Resources"), named);
    names(template.root().path("Globals"), named);
    names(template.root().path("Rules"), named);
    names(template.root().path("Outputs"), named);
    names(template.root().path("Conditions"), named);
    Set<String> there = new HashSet<>();
    for (String section : List.of("Parameters", "Resources", "Conditions")) {
      template.root().path(section).fieldNames().forEachRemaining(there::add);
    }
    assertThat(there).containsAll(named);
    for (String section : List.of("Parameters", "Conditions")) {
      assertThat(named).as(section).containsAll(keys(template.root().path(section)));
    }
    Set<String> grouped = new TreeSet<>();
    for (JsonNode group :
        template.root().at("/Metadata/AWS::CloudFormation::Interface/ParameterGroups")) {
      group.path("Parameters").forEach(one -> grouped.add(one.asText()));
    }
    assertThat(grouped).isEqualTo(keys(template.root().path("Parameters")));
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** What a part of the template names by its intrinsic functions. */
  private static void names(JsonNode part, Set<String> named) {
    for (Map.Entry<String, JsonNode> one : part.properties()) {
      JsonNode value = one.getValue();
      switch (one.getKey()) {
        case "Ref", "Condition" -> {
          if (value.isTextual() && !value.textValue().startsWith("AWS::")) {
            named.add(value.textValue());
          }
        }
        case "Fn::If", "Fn::GetAtt" -> named.add(value.path(0).asText());
        case "Fn::Sub" -> {
          if (value.isTextual()) {
            IN_TEXT.matcher(value.textValue()).results().forEach(name -> named.add(name.group(1)));
          }
        }
        default -> {}
      }
    }
    part.forEach(one -> names(one, named));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void each_event_is_one_that_its_resource_takes(String source) throws IOException {
    OwnStack stack = OwnStack.named(source);
    new StackFolder(folder).write(stack);
    Definition definition = stack.definition();
    try (Stream<Path> files = Files.list(folder.resolve("events"))) {
      for (Path file : files.toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          takes(definition, EventReader.read(in));
        }
      }
    }
  }

  private static void takes(Definition definition, Event event) {
    switch (event) {
      case Event.Refresh refresh -> definition.requireSingle(refresh.resource());
      case Event.Sync sync -> {
        if (!sync.isForEvery()) {
          assertThat(definition.runnable()).contains(sync.resource());
        }
      }
      default -> {}
    }
  }
}
