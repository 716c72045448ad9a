package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.simulators.examples.Example;
import dev.tidemark.simulators.examples.ExampleAccount;
import dev.tidemark.simulators.examples.ExampleApi;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.server.LoopbackServer;
import dev.tidemark.simulators.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the commands say of the definitions of {@code examples/} and do by them. */
@Execution(ExecutionMode.CONCURRENT)
final class ExampleCommandsTest {
  private static final Path EXAMPLES = Path.of("..", "..", "examples");
  private static final String SECRET = "example-secret-51c2";
  private static final int RECORDS = 30;

  /** What check cannot see of these accounts, and why. */
  private static final Map<Example, Map<String, String>> UNSEEN =
      Map.of(
          Example.HUBSPOT_LIKE,
          Map.of(
              "archived_contacts page size", "two were archived, fewer than a page",
              "archived_contacts paging", "two were archived, which are one page"),
          Example.FHIR,
          Map.of("patients records", "an OperationOutcome stands among the entries"));

  /** Where deleting a record shows in a list. */
  private static final Set<Example> SHOWING =
      Set.of(Example.HUBSPOT_LIKE, Example.COUCHDB_CHANGES, Example.SALESFORCE_LIKE);

  @TempDir private Path folder;

  @Test
  void there_is_an_api_for_each_definition() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Example.values()).map(example -> example.file() + ".yaml").toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_guide_leads_to_it(Example example) throws IOException {
    assertThat(Files.readString(EXAMPLES.resolve("../docs/your-own-api.md")))
        .contains("(../examples/" + example.file() + ".yaml)");
  }

  @ParameterizedTest
  @EnumSource
  void it_is_explained_without_a_warning_and_begins_with_a_paragraph(Example example)
      throws IOException {
    Path file = EXAMPLES.resolve(example.file() + ".yaml");
    assertThat(Tidemark.of("explain", file.toString()).run().exited(0).out())
        .doesNotContain("WARNING");
    assertThat(Files.readString(file)).startsWith("# ").contains("Left out: ");
  }

  @ParameterizedTest
  @EnumSource
  void it_is_checked_and_synced_twice(Example example) throws IOException {
    ExampleApi api = example.api(new ExampleAccount("example-user", SECRET));
    Instant now = InstantSource.system().instant();
    for (int i = RECORDS; i > 0; i--) {
      api.rows().add(now.minus(Duration.ofHours(1 + 20L * (i / 2))));
    }
    if (SHOWING.contains(example)) {
      api.rows().bury(1, now.minus(Duration.ofDays(12)));
      api.rows().bury(2, now.minus(Duration.ofDays(12)));
    }
    try (LoopbackServer server =
        new LoopbackServer(ServerSettings.defaults(), api, new Plan<>(_ -> false))) {
      Path file = definition(example, server.uri().toString());
      checks(example, command("check", file, server, "--json"));
      List<String> resources = DefinitionReader.read("own.yaml", Files.readString(file)).runnable();
      Path home = folder.resolve("home");
      Tidemark sync = command("sync", file, server, "--home", home, "--json").in(home);
      Lake lake = Lake.of(home, example.file());
      sync.run().exited(0);
      resources.forEach(resource -> hasLanded(lake, resource, api));
      api.rows().add(now);
      sync.run().exited(0);
      resources.forEach(resource -> hasLanded(lake, resource, api));
    }
  }

  /** All of it, and none of it twice. */
  private static void hasLanded(Lake lake, String resource, ExampleApi api) {
    assertThat(lake.published(resource).stream().filter(line -> !line.deleted()).map(Line::record))
        .containsExactlyInAnyOrderElementsOf(api.truth(resource));
  }

  private static void checks(Example example, Tidemark check) {
    Ran ran = check.run().exited(0);
    Set<String> unseen = new TreeSet<>();
    for (JsonNode document : ran.documents()) {
      for (JsonNode claim : document.path("claims")) {
        if (!claim.path("verdict").asText().equals("ok")) {
          unseen.add(document.path("resource").asText() + " " + claim.path("claim").asText());
        }
      }
    }
    assertThat(unseen).as(ran.out()).isEqualTo(UNSEEN.getOrDefault(example, Map.of()).keySet());
  }

  private Tidemark command(String verb, Path file, LoopbackServer server, Object... more)
      throws IOException {
    return Tidemark.of(verb, file.toString(), "--base-url", server.uri().toString())
        .with(more)
        .credential(credential(Files.readString(file)), SECRET);
  }

  /** As a user would give it, for the kind that the definition names. */
  private static String credential(String yaml) {
    String members =
        yaml.contains("clientCredentials:")
            ? "\"clientId\":\"example-user\",\"clientSecret\""
            : yaml.contains("user: user")
                ? "\"user\":\"example-user\",\"password\""
                : yaml.contains("accessToken:") ? "\"accessToken\"" : "\"apiKey\"";
    return "{" + members + ":\"" + SECRET + "\"}";
  }

  /** The definition, whose tokens come from this machine. */
  private Path definition(Example example, String url) throws IOException {
    String yaml = Files.readString(EXAMPLES.resolve(example.file() + ".yaml"));
    return Files.writeString(
        folder.resolve(example.file() + ".yaml"),
        yaml.replaceAll("url: \"https://[^/]+/", "url: \"" + url + "/"));
  }
}
