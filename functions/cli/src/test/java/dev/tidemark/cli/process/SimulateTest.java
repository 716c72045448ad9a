package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.certify.ServedDefinition;
import dev.tidemark.cli.simulate.FaultWords;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An API on this machine, before there is a credential. */
@Execution(ExecutionMode.CONCURRENT)
final class SimulateTest {
  private static final Pattern SAID =
      Pattern.compile(
          "at (http://127\\.0\\.0\\.1:\\d+\\S*) until.*TIDEMARK_CREDENTIAL='(.*?)'",
          Pattern.DOTALL);
  private static final int RECORDS = 70;

  @TempDir private Path folder;

  @Test
  void what_a_definition_describes_is_served_and_lands_whole_through_faults() throws IOException {
    Path file = quayside();
    try (ServedDefinition api = served(file)) {
      FaultWords.of("500:0.1,cut:0.1,slow:2ms").in(api.quirks());
      Path home = folder.resolve("home");
      keyed(String.valueOf(api.credential()))
          .with("sync", file, "--base-url", api.baseUri(), "--home", home)
          .in(home)
          .run()
          .exited(0);
      Lake lake = Lake.of(home, "quayside");
      for (String resource : api.names()) {
        assertThat(lake.state(resource)).as(resource).isEqualTo(api.truth(resource));
        assertThat(lake.state(resource)).as(resource).hasSize(RECORDS);
      }
    }
  }

  @Test
  void a_definition_is_drafted_from_what_another_describes() throws IOException {
    try (ServedDefinition api = served(quayside())) {
      Path draft = folder.resolve("draft.yaml");
      Tidemark keyed = keyed(String.valueOf(api.credential()));
      String url = api.baseUri() + "/v1/bookings?sort=updated_at:asc";
      keyed.with("new", url, "--out", draft).run().exited(0);
      assertThat(Files.readString(draft))
          .contains("parameters: {\"sort\": \"updated_at:asc\"}")
          .contains("kind: cursor, parameter: \"cursor\", next: meta.next, more: meta.has_more")
          .contains("filter: {from: \"updated_since\"");
      Path home = folder.resolve("home");
      keyed.with("sync", draft, "--base-url", api.baseUri(), "--home", home).run().exited(0);
      assertThat(Lake.of(home, "my-api").state("bookings")).isEqualTo(api.truth("bookings"));
    }
  }

  @ParameterizedTest
  @CsvSource({"lev, contacts", "zendesk, users"})
  void the_command_serves_and_edits_until_it_is_told_to_end(String source, String resource) {
    Running running = Tidemark.of("simulate", source, "--records", "30", "--edits", "5/s").start();
    Path out = running.folder().resolve(Running.OUT);
    assertThat(running.until(() -> SAID.matcher(read(out)).find())).isTrue();
    Matcher said = SAID.matcher(read(out));
    assertThat(said.find()).isTrue();
    Path home = folder.resolve("home");
    Ran ran =
        keyed(said.group(2))
            .with("sync", source, resource, "--base-url", said.group(1), "--home", home, "--json")
            .run()
            .exited(0);
    // Zendesk's exports leave the last minute out, and so what was edited in it.
    assertThat(ran.count(resource, "records")).isPositive();
    assertThat(running.terminate().exited(0).out()).contains("./tidemark sync " + source);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fault=418:0.1 | --fault: \"418:0.1\" is not known",
        "--fault=429:2 | --fault: \"429:2\" is not known",
        "--fault=slow:fast | --fault: \"slow:fast\" is not known",
        "--edits=many | --edits many: write how many a second",
        "--records=0 | --records 0: give 1 to 100000",
        "--port=70000 | --port 70000: give 1 to 65535"
      })
  void a_word_that_is_not_known_is_refused(String word, String says) {
    assertThat(Tidemark.of("simulate", "lev", word).run().exited(2).sentence()).contains(says);
  }

  @Test
  void what_cannot_be_served_is_refused_in_one_sentence() throws IOException {
    assertThat(Tidemark.of("simulate", "nowhere.yaml").run().exited(2).sentence())
        .contains("nowhere.yaml");
    String elsewhere =
        Files.readString(quayside())
            .replace(
                "apiKey: {prefix: \"Bearer \"}",
                "clientCredentials: {url: \"https://login.example.com/token\"}");
    Path file = Files.writeString(folder.resolve("elsewhere.yaml"), elsewhere);
    assertThat(Tidemark.of("simulate", file.toString()).run().exited(2).sentence())
        .contains("asks for its tokens at https://login.example.com/token");
  }

  private ServedDefinition served(Path file) {
    return ServedDefinition.start(
        Sources.named(file.toString()), RECORDS, ServerSettings.defaults());
  }

  private static Tidemark keyed(String credential) {
    return Tidemark.of().credential(credential, Tidemark.NO_SECRET);
  }

  private Path quayside() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "your-own-api.md"));
    String yaml = page.substring(page.indexOf("tidemark: 1"), page.indexOf("```\n\nThen"));
    return Files.writeString(folder.resolve("quayside.yaml"), yaml);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("no output", e);
    }
  }
}
