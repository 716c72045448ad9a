package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.simulators.examples.Example;
import dev.tidemark.simulators.examples.ExampleAccount;
import dev.tidemark.simulators.examples.ExampleApi;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.server.LoopbackServer;
import dev.tidemark.simulators.server.ServerSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A draft of each API of {@code examples/} lands the truth through a kill, or there is none. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("deep")
final class DraftedExampleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "example-secret-51c2";
  private static final int RECORDS = 130;

  /** In pages of five: where there are many more, the last page is not seen by a draft. */
  private static final int FEW = 14;

  /** What cannot be seen, with what is said of it. */
  private static final Map<Example, String> REFUSED =
      Map.of(
          Example.FHIR, "no member is in all of the",
          Example.GITHUB_LIKE, "no member is in all of the",
          Example.JSON_API, "answers 401 or 403 however the credential is shown",
          Example.SHOPIFY_LIKE, "answers 401 or 403 however the credential is shown",
          Example.COUCHDB_CHANGES, "nothing that was tried shows its next page",
          Example.SALESFORCE_LIKE, "of a kind whose place cannot be guessed",
          Example.WINDOWED, "of a kind whose place cannot be guessed",
          Example.GRAPHQL, "/graphql answers 404");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void the_draft_lands_the_truth_unedited_through_kills_or_is_refused(Example example)
      throws IOException {
    ExampleApi api = example.api(new ExampleAccount("example-user", SECRET));
    Instant now = InstantSource.system().instant();
    for (int i = example == Example.ODATA ? FEW : RECORDS; i > 0; i--) {
      api.rows().add(now.minus(Duration.ofHours(1 + i / 2)));
    }
    String yaml = Files.readString(Path.of("..", "..", "examples", example.file() + ".yaml"));
    Definition definition = DefinitionReader.read("example.yaml", yaml);
    String name = definition.runnable().getFirst();
    try (LoopbackServer server =
        new LoopbackServer(ServerSettings.defaults(), api, new Plan<>(_ -> false))) {
      Path draft = folder.resolve("draft.yaml");
      String url = url(server, definition.resource(name));
      String[] headers =
          definition.entrance().headers().entrySet().stream()
              .flatMap(one -> Stream.of("--header", one.getKey() + "=" + one.getValue()))
              .toArray(String[]::new);
      Ran drafted =
          Tidemark.of("new", url, "--out", draft.toString())
              .with((Object[]) headers)
              .credential(credential(yaml), SECRET)
              .run();
      String why = REFUSED.get(example);
      if (why != null) {
        assertThat(drafted.exited(2).sentence()).contains(why);
        assertThat(draft).doesNotExist();
        return;
      }
      drafted.exited(0);
      Tidemark sync = sync(server, draft, yaml);
      kill(sync.start());
      landed(sync, draft, api, name);
      api.rows().add(now);
      api.rows().edit(3, now);
      landed(sync, draft, api, name);
    }
  }

  @Test
  void a_draft_whose_last_page_was_not_seen_fails_on_it_and_names_the_key() throws IOException {
    ExampleApi api = Example.ODATA.api(new ExampleAccount("example-user", SECRET));
    Instant now = InstantSource.system().instant();
    for (int i = RECORDS; i > 0; i--) {
      api.rows().add(now.minus(Duration.ofHours(i)));
    }
    try (LoopbackServer server =
        new LoopbackServer(ServerSettings.defaults(), api, new Plan<>(_ -> false))) {
      Path draft = folder.resolve("draft.yaml");
      String credential = credential("accessToken:");
      Tidemark.of(
              "new",
              server.uri() + "/api/data/v9.2/accounts?%24orderby=modifiedon+asc",
              "--out",
              draft.toString())
          .with("--header", "OData-Version=4.0")
          .credential(credential, SECRET)
          .run()
          .exited(0);
      assertThat(Files.readString(draft))
          .contains(
              "The last page was not seen", "a run fails on it and says so: absentEnds: true");
      Tidemark sync = sync(server, draft, "accessToken:");
      assertThat(sync.run().exited(1).text("accounts", "reason"))
          .endsWith("An API that leaves it out of its last page has absentEnds: true");
      String yaml = Files.readString(draft);
      Files.writeString(
          draft,
          yaml.replace(
              "next: [\"@odata.nextLink\"]", "next: [\"@odata.nextLink\"], absentEnds: true"));
      landed(sync, draft, api, "accounts");
    }
  }

  private Tidemark sync(LoopbackServer server, Path draft, String yaml) {
    Path home = folder.resolve("home");
    return Tidemark.of("sync", draft.toString(), "--base-url", server.uri().toString())
        .with("--home", home, "--json", "--set", "rate=off")
        .credential(credential(yaml), SECRET)
        .in(home);
  }

  /** As soon as something is stored; a run that has ended by then was not killed. */
  private void kill(Running running) {
    if (running.until(() -> Files.isDirectory(folder.resolve("home").resolve("s3")))) {
      running.kill();
    }
  }

  /** The newest line of each record is what the API shows. */
  private void landed(Tidemark sync, Path draft, ExampleApi api, String name) throws IOException {
    sync.run().exited(0);
    Definition ours = DefinitionReader.read(draft);
    String resource = ours.runnable().getFirst();
    String id = ours.resource(resource).members().id().toString();
    Map<String, String> newest = new TreeMap<>();
    for (Line line :
        Lake.of(folder.resolve("home"), ours.source()).published(resource).stream()
            .sorted(Line.NEWER)
            .toList()) {
      newest.put(JSON.readTree(line.record()).path(id).asText(), line.record());
    }
    assertThat(newest.values()).containsExactlyInAnyOrderElementsOf(api.truth(name));
  }

  private static String url(LoopbackServer server, Resource resource) {
    String query =
        resource.request().parameters().entrySet().stream()
            .map(one ->
                one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return server.uri() + resource.request().path() + (query.isEmpty() ? "" : "?" + query);
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
}
