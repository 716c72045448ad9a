package dev.tidemark.sync.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.sync.sweep.Sweeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "TIDEMARK_SOURCE", "lev",
          "TIDEMARK_CONNECTION", "lev",
          "TIDEMARK_SECRET_ARN", "arn",
          "TIDEMARK_BASE_URL", "",
          "TIDEMARK_SETTINGS", "",
          "TIDEMARK_ALLOW_PRIVATE_ORIGIN", "false");

  private static Map<String, String> with(String name, String value) {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    environment.put(name, value);
    return environment;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIDEMARK_SOURCE", "TIDEMARK_CONNECTION", "TIDEMARK_SECRET_ARN"})
  void names_the_variable_that_is_missing(String name) {
    assertThatThrownBy(() -> Deployment.wiring(with(name, "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(name, "template.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9001", "http://api.lev.com", "https://a:b@api.lev.com"})
  void refuses_a_base_url_without_encryption_even_to_itself(String url) {
    assertThatThrownBy(() -> Deployment.wiring(with("TIDEMARK_BASE_URL", url)))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void takes_settings_from_one_text() {
    Environment environment =
        new Environment(with("TIDEMARK_SETTINGS", "tier=free include=team,properties"));
    Settings settings = environment.settings(environment.definition());
    assertThat(settings.perMinute()).isEqualTo(10);
    assertThat(settings.wanted().include()).containsExactly("team", "properties");
    Environment bare = new Environment(COMPLETE);
    assertThat(bare.settings(bare.definition())).isEqualTo(Settings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tier=gold|setting tier: \"gold\" is none of",
        "tiers=free|setting \"tiers\" is none of fields, include",
        "free|\"free\" is not KEY=VALUE; write settings with spaces between them",
        "tier=free,rate=off|setting tier: \"free,rate=off\" is none of",
        "tier=free tier=standard|setting tier is given twice"
      })
  void refuses_settings_that_make_no_sense_before_anything_runs(String text, String why) {
    assertThatThrownBy(() -> Deployment.wiring(with("TIDEMARK_SETTINGS", text)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("the stack's parameter Settings: ")
        .hasMessageContaining(why);
  }

  @Test
  void reads_no_variable_that_the_template_does_not_set() throws IOException {
    String template = Files.readString(Path.of("..", "..", "template.yaml"));
    StringBuilder sources = new StringBuilder();
    Path sync = Path.of("src/main/java/dev/tidemark/sync");
    for (String name : List.of("wiring/Deployment", "wiring/Environment", "sweep/Sweeping")) {
      sources.append(Files.readString(sync.resolve(name + ".java")));
    }
    assertThat(sources.toString().split("\""))
        .filteredOn(text -> text.matches("TIDEMARK_[A-Z_]+"))
        .hasSizeGreaterThan(10)
        .allMatch(name -> template.contains(name + ": "));
  }

  @Test
  void takes_a_definition_of_the_user_s_own_from_the_bundle(@TempDir Path bundle)
      throws IOException {
    Path yaml = Files.createDirectories(bundle.resolve("sources")).resolve("quayside.yaml");
    Files.writeString(yaml, ownDefinition());
    Map<String, String> variables =
        Map.of("TIDEMARK_SOURCE", "quayside", "LAMBDA_TASK_ROOT", bundle.toString());
    assertThat(new Environment(variables).definition().names()).contains("bookings");
  }

  @Test
  void reads_no_secret_for_a_public_api() throws IOException {
    String open = ownDefinition().replace("apiKey: {prefix: \"Bearer \"}", "none: true");
    Definition definition = DefinitionReader.read("quayside.yaml", open);
    assertThat(
            Deployment.credential(
                definition,
                () -> {
                  throw new IllegalStateException("the secret holds no text");
                }))
        .isNotNull();
    assertThatThrownBy(() ->
            Deployment.credential(
                DefinitionReader.read("quayside.yaml", ownDefinition()), () -> ""))
        .hasMessageContaining("the credential is empty");
  }

  /** The one that the documentation leads through. */
  private static String ownDefinition() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "your-own-api.md"));
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(begin, page.indexOf("```", begin));
  }

  @Nested
  class APrivateOrigin {
    private Environment admitting(String url) {
      return new Environment(
          Map.of(
              "TIDEMARK_SOURCE", "lev",
              "TIDEMARK_BASE_URL", url,
              "TIDEMARK_ALLOW_PRIVATE_ORIGIN", "true"));
    }

    @Test
    void is_admitted_where_the_stack_names_it() throws IOException {
      Environment environment = admitting("http://10.1.2.3:8080");
      BaseUrl baseUrl = environment.baseUrl(environment.definition());
      assertThat(baseUrl.origin()).isEqualTo("http://10.1.2.3:8080");
      assertThat(environment.reach(environment.definition(), baseUrl).resolve("10.1.2.3", 8080))
          .hasSize(1);
      assertThatThrownBy(
              () -> environment.reach(environment.definition(), baseUrl).resolve("10.1.2.4", 8080))
          .hasMessageContaining("does not admit");
    }

    @Test
    void is_not_admitted_otherwise() {
      Environment closed = new Environment(COMPLETE);
      BaseUrl baseUrl = closed.baseUrl(closed.definition());
      assertThat(closed.reach(closed.definition(), baseUrl)).isSameAs(EgressPolicy.PUBLIC);
    }

    @Test
    void must_be_named() {
      Environment nameless = admitting("");
      assertThatThrownBy(() -> nameless.baseUrl(nameless.definition()))
          .hasMessageContaining("TIDEMARK_BASE_URL");
    }

    @Test
    void is_never_this_machine() {
      Environment self = admitting("http://127.0.0.1:9001");
      assertThatThrownBy(() -> self.baseUrl(self.definition()))
          .isInstanceOf(DefinitionException.class);
    }
  }

  @Test
  void allows_children_more_time_than_lists() {
    Map<String, String> variables = new HashMap<>(COMPLETE);
    variables.put("TIDEMARK_LATE_AFTER", "6h");
    variables.put("TIDEMARK_CHILDREN_LATE_AFTER", "3d");
    Functions functions = Functions.parse("deals=stack-LevDeals-1 deal_notes=stack-LevDealNotes-2");
    assertThat(Sweeping.allowed(new Environment(variables), functions))
        .containsOnly(
            Map.entry("deals", Duration.ofHours(6)), Map.entry("deal_notes", Duration.ofDays(3)));
  }
}
