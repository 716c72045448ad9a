package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sync lands and says, of both sources: first everything, then what changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SyncTest {
  private final List<Landing> landings = new ArrayList<>();

  @BeforeAll
  void land(@TempDir Path homes) {
    Api lev = Api.lev(Landing.plan("placements"));
    landings.add(Landing.of(lev, homes.resolve("a"), "deals", "placements"));
    Api ask = Api.askElephant(Landing.plan("users"));
    landings.add(Landing.of(ask, homes.resolve("b"), "contacts", "users"));
  }

  @AfterAll
  void close() {
    landings.forEach(landing -> landing.api().close());
  }

  Stream<Landing> landings() {
    return landings.stream();
  }

  @ParameterizedTest
  @MethodSource("landings")
  void both_runs_exit_with_0_and_print_one_document_per_resource(Landing landing) {
    for (Ran ran : List.of(landing.first(), landing.second())) {
      assertThat(ran.exited(0).documents())
          .extracting(document -> document.path("resource").asText())
          .containsExactlyInAnyOrderElementsOf(landing.resources());
    }
  }

  @ParameterizedTest
  @MethodSource("landings")
  void the_lake_is_the_truth_byte_by_byte_after_both_runs(Landing landing) {
    for (String resource : landing.resources()) {
      assertThat(landing.lake().state(resource))
          .as(resource)
          .isEqualTo(new TreeMap<>(landing.api().truth(resource)));
    }
    JsonNode first = landing.lake().manifests(landing.changed()).getFirst();
    assertThat(landing.lake().published(first))
        .extracting(line -> line.id() + " " + line.record())
        .containsExactlyInAnyOrderElementsOf(
            landing.before().entrySet().stream()
                .map(record -> record.getKey() + " " + record.getValue())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("landings")
  void nothing_is_published_twice_and_each_change_once(Landing landing) {
    for (String resource : landing.resources()) {
      assertThat(landing.lake().published(resource))
          .as(resource)
          .extracting(line -> line.id() + " " + line.record())
          .doesNotHaveDuplicates();
      assertThat(landing.second().count(resource, "records"))
          .as(resource)
          .isEqualTo(resource.equals(landing.changed()) ? landing.changes() : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("landings")
  void the_second_run_is_incremental(Landing landing) {
    for (String resource : landing.resources()) {
      assertThat(landing.first().text(resource, "mode")).isEqualTo("backfill");
      assertThat(landing.second().text(resource, "mode")).as(resource).isEqualTo("incremental");
    }
    if (landing.api().source().equals("askelephant")) {
      assertThat(landing.second().count(landing.changed(), "pages")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("landings")
  void the_document_agrees_with_the_manifest_and_the_requests(Landing landing) {
    String resource = landing.changed();
    JsonNode manifest = landing.lake().manifests(resource).getFirst();
    JsonNode document = landing.first().document(resource);
    Documents.check(document, manifest);
    assertThat(document.path("apiCalls").asLong()).isEqualTo(landing.asked());
    assertThat(document.path("records").asInt()).isEqualTo(landing.before().size());
    assertThat(document.path("connection").asText()).isEqualTo(landing.api().source());
    assertThat(landing.lake().bucket().resolve(document.path("manifest").asText())).exists();
  }

  @ParameterizedTest
  @MethodSource("landings")
  void every_line_says_where_it_is_from(Landing landing) {
    for (String resource : landing.resources()) {
      for (Line line : landing.lake().published(resource)) {
        assertThat(fields(line.meta()))
            .containsExactly("run", "batch", "fetchedAt", "op", "version");
        assertThat(line.key()).contains("/" + line.run() + "/");
        assertThat(line.key())
            .endsWith("batch-%06d.ndjson.gz".formatted(line.meta().path("batch").asInt()));
        assertThat(line.meta().path("op").asText()).isEqualTo("upsert");
        assertThat(line.fetchedAt()).isAfter("2026-06-03T00:00:00Z");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("landings")
  void keys_are_of_the_documented_form_and_nothing_else_lies_in_the_bucket(Landing landing) {
    for (String resource : landing.resources()) {
      for (JsonNode manifest : landing.lake().manifests(resource)) {
        String run = manifest.path("run").asText();
        String folder =
            "raw/%s/%s/v1/%s/%s/batch-"
                .formatted(
                    landing.api().source(),
                    resource,
                    manifest.path("startedAt").asText().substring(0, 10),
                    run);
        manifest
            .path("objects")
            .forEach(object -> assertThat(object.path("key").asText()).startsWith(folder));
        assertThat(
                landing
                    .lake()
                    .bucket()
                    .resolve(
                        "manifests/"
                            + landing.api().source()
                            + "/"
                            + resource
                            + "/"
                            + run
                            + ".json"))
            .exists();
      }
    }
    Strangers.check(landing.lake());
  }

  @ParameterizedTest
  @MethodSource("landings")
  void an_empty_resource_completes_with_a_manifest_without_objects(Landing landing) {
    String empty = landing.empty();
    assertThat(landing.lake().manifests(empty)).hasSize(2);
    for (JsonNode manifest : landing.lake().manifests(empty)) {
      assertThat(manifest.path("objects").isArray()).isTrue();
      assertThat(manifest.path("objects")).isEmpty();
      assertThat(manifest.path("records").asInt(-1)).isZero();
    }
    assertThat(landing.lake().batches(empty)).isEmpty();
    assertThat(landing.first().text(empty, "outcome")).isEqualTo("completed");
    assertThat(landing.first().count(empty, "batches")).isZero();
  }

  private static Set<String> fields(JsonNode node) {
    return node.propertyStream()
        .map(member -> member.getKey())
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
