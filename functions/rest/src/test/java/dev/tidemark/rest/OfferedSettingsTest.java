package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Include;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.standin.BuiltInApi;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a built-in definition offers with {@code --set}, the API that is simulated by its documents
 * takes: a simulator refuses every parameter and word that it does not know.
 */
class OfferedSettingsTest {
  @Test
  void every_word_that_a_definition_offers_is_taken_by_its_api() throws InterruptedException {
    List<String> asked = new ArrayList<>();
    for (String source : Sources.builtIn()) {
      Definition definition = Sources.builtIn(source);
      for (String name : definition.runnable()) {
        Include include = definition.resource(name).request().include();
        for (String word : include == null ? List.<String>of() : include.values()) {
          taken(source, name, Map.of("include", word));
          asked.add(name + ' ' + word);
        }
        if (definition.resource(name).request().fields() != null) {
          taken(source, name, Map.of("fields", "id"));
          asked.add(name + " fields");
        }
      }
    }
    assertThat(asked)
        .contains(
            "deals fields", "deals pipelines", "tickets dates", "ticket_events comment_events")
        .hasSizeGreaterThanOrEqualTo(10);
  }

  private static void taken(String source, String resource, Map<String, String> settings)
      throws InterruptedException {
    try (Simulator api = BuiltInApi.start(source, DatasetPlan.of(1, 3));
        Desk desk =
            Desk.at(
                Desk.account(source, api.baseUri(), BuiltInApi.credential(source), settings),
                resource)) {
      assertThat(desk.first()).as(resource + settings).isInstanceOf(PageOutcome.Delivered.class);
    }
  }
}
