package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "TIDEMARK_SOURCE", "lev",
          "TIDEMARK_CONNECTION", "lev",
          "TIDEMARK_SECRET_ARN", "arn",
          "TIDEMARK_BASE_URL", "");

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
    assertThatThrownBy(() -> Deployment.syncFunction(Map.of()))
        .hasMessageContaining("TIDEMARK_SYNC_FUNCTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9001", "http://api.lev.com", "https://a:b@api.lev.com"})
  void refuses_a_base_url_without_encryption_even_to_itself(String url) {
    assertThatThrownBy(() -> Deployment.wiring(with("TIDEMARK_BASE_URL", url)))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void reads_no_variable_that_the_template_does_not_set() throws IOException {
    String template = Files.readString(Path.of("..", "..", "template.yaml"));
    String deployment =
        Files.readString(Path.of("src/main/java/dev/tidemark/sync/Deployment.java"));
    assertThat(deployment.split("\""))
        .filteredOn(text -> text.matches("TIDEMARK_[A-Z_]+"))
        .hasSizeGreaterThan(6)
        .allMatch(name -> template.contains(name + ": "));
  }
}
