package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An API that shows one record in another form than its list does. */
class SingleThatProvesTest {
  private static final Definition ACME =
      DefinitionReader.read(
          "acme.yaml",
          """
          tidemark: 1
          source: acme
          title: Acme
          baseUrl: https://api.acme.example
          auth: {apiKey: {}}
          resources:
            all:
              path: /all
              records: entry
              id: resource.id
              pagination: {kind: none}
              order: unordered
              promote: run-start
              single: {path: "/one/{id}", id: id, proves: true, gone: [410]}
          """);

  private int listed = 8;
  private int there = 8;

  private final Landing landing =
      new Landing(
          ACME,
          "all",
          new QueryApi(query -> {
            String path = query.getOrDefault("path", "");
            return path.contains("/one/")
                ? one(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)))
                : list();
          }));

  private QueryApi.Reply one(int id) {
    return id > there
        ? new QueryApi.Reply(410, "{}")
        : new QueryApi.Reply(200, "{\"id\":" + id + ",\"more\":true}");
  }

  private QueryApi.Reply list() {
    return new QueryApi.Reply(
        200,
        IntStream.rangeClosed(1, listed)
            .mapToObj(id -> "{\"resource\":{\"id\":" + id + "}}")
            .collect(Collectors.joining(",", "{\"entry\":[", "]}")));
  }

  private LegOutcome reconciled() throws InterruptedException {
    landing.clock().advance(Duration.ofHours(1));
    return landing.run(Mode.RECONCILE, Duration.ofMinutes(5));
  }

  @Test
  void one_that_is_there_stays_as_the_list_showed_it() throws InterruptedException {
    landing.run();
    listed = 7;
    assertThat(reconciled()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(landing.ids()).hasSize(8);
    assertThat(landing.newest().values()).doesNotContain("{\"id\":8,\"more\":true}");
  }

  @Test
  void one_that_is_gone_is_deleted() throws InterruptedException {
    landing.run();
    listed = 7;
    there = 7;
    assertThat(reconciled()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(landing.ids()).hasSize(7);
  }

  @Test
  void it_cannot_be_refreshed() {
    assertThatThrownBy(() -> ACME.requireSingle("all"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("all cannot be refreshed")
        .hasMessageContaining("single.proves");
  }
}
