package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is explained is what is done: no reconcile, record or slice that {@code sync} refuses. */
class ExplainedReconcileTest {
  private static List<Definition> definitions() throws IOException {
    List<Definition> all = new ArrayList<>();
    Sources.builtIn().forEach(name -> all.add(Sources.builtIn(name)));
    for (String folder : List.of("examples", "functions/rest/src/test/resources")) {
      try (Stream<Path> files = Files.walk(Path.of("..", "..").resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".yaml"))
            .sorted()
            .forEach(file -> all.add(DefinitionReader.read(file)));
      }
    }
    return all;
  }

  /** The part of the explanation that is about each resource, by the key of the definition. */
  private static Map<String, String> parts(Definition definition) {
    Map<String, String> parts = new LinkedHashMap<>();
    String[] texts = Explanation.of(definition).split("\\R\\R", -1);
    Iterator<String> keys = definition.resources().keySet().iterator();
    for (int i = 1; i < texts.length; i++) {
      parts.put(keys.next(), texts[i]);
    }
    return parts;
  }

  @Test
  void a_reconcile_is_promised_where_sync_does_it_and_nowhere_else() throws IOException {
    List<String> refused = new ArrayList<>();
    for (Definition definition : definitions()) {
      Map<String, String> parts = parts(definition);
      definition
          .resources()
          .forEach((name, resource) -> {
            String text = parts.getOrDefault(name, "");
            String about = definition.source() + " " + name;
            boolean promised = promises(text);
            assertThat(promised).as(about).isEqualTo(resource.cannotReconcile() == null);
            if (!promised) {
              refused.add(about);
              assertThat(text).as(about).contains("cannot be told: " + resource.cannotReconcile());
            }
            assertThat(text.contains("cannot be asked for one record"))
                .as(about)
                .isEqualTo(resource.single() == null);
          });
    }
    assertThat(refused).hasSizeGreaterThan(3);
  }

  private static boolean promises(String text) {
    return text.lines()
        .filter(line -> !line.contains("cannot be told"))
        .anyMatch(line -> line.contains("reconcile"));
  }

  @Test
  void what_was_deleted_and_is_not_shown_any_more_is_not_promised_to_numbered_pages() {
    String yaml =
        """
        tidemark: 1
        source: acme
        title: Acme
        baseUrl: https://api.acme.example
        auth: {none: true}
        resources:
          deals:
            path: /deals
            records: data
            id: id
            pagination: {kind: page-number, parameter: page}
            order: unordered
            promote: run-start
            retains: 30d
        """;
    Definition definition = DefinitionReader.read("acme.yaml", yaml);
    assertThat(parts(definition)).containsKey("deals");
    assertThat(promises(parts(definition).getOrDefault("deals", ""))).isFalse();
  }
}
