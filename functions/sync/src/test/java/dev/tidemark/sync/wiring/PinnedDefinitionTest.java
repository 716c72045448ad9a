package dev.tidemark.sync.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.lake.ObjectStore;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A definition of the bucket runs only as the one that the stack names by its hash. */
class PinnedDefinitionTest {
  private static final String YAML =
      """
      tidemark: 1
      source: quay
      title: Quay
      baseUrl: https://quay.example
      auth: {none: true}
      defaults: {records: data, id: id, pagination: {kind: none}, order: unordered, promote: run-start}
      resources:
        ships: {path: /ships}
      """;

  private static final String PINNED = sha256(YAML);
  private static final String KEY = "definitions/quay/" + PINNED + ".yaml";

  /** What a bucket holds, by key. */
  private record Held(Map<String, byte[]> objects) implements ObjectStore {
    static Held of(String key, String text) {
      return new Held(Map.of(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public byte @Nullable [] get(String key) {
      return objects.get(key);
    }

    @Override
    public List<String> list(String prefix) {
      return objects.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
    }

    @Override
    public String place(String key) {
      return "s3://acme/" + key;
    }
  }

  private static String sha256(String text) {
    return Sources.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Definition read(String source, String sha256, ObjectStore bucket) {
    Map<String, String> variables = new HashMap<>();
    variables.put("TIDEMARK_SOURCE", source);
    variables.put("TIDEMARK_DEFINITION_SHA256", sha256);
    return new Environment(variables).definition(() -> bucket);
  }

  @Test
  void the_object_whose_hash_the_stack_names_is_read() {
    assertThat(read("quay", PINNED, Held.of(KEY, YAML)).names()).containsExactly("ships");
  }

  @Test
  void another_object_changes_nothing_before_the_stack_names_it() {
    String other = YAML.replace("ships", "boats");
    Held both =
        new Held(
            Map.of(
                KEY,
                YAML.getBytes(StandardCharsets.UTF_8),
                "definitions/quay/" + sha256(other) + ".yaml",
                other.getBytes(StandardCharsets.UTF_8)));
    assertThat(read("quay", PINNED, both).names()).containsExactly("ships");
    assertThat(read("quay", sha256(other), both).names()).containsExactly("boats");
  }

  @Test
  void an_object_that_was_replaced_is_not_run() {
    String other = YAML.replace("ships", "boats");
    assertThatThrownBy(() -> read("quay", PINNED, Held.of(KEY, other)))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "s3://acme/"
                + KEY
                + " was replaced: its SHA-256 is "
                + sha256(other)
                + "; nothing runs by it. Upload what was pinned, or upload this one under its own"
                + " hash and give that to the stack's parameter DefinitionSha256");
  }

  @Test
  void an_object_that_is_not_there_is_named_with_the_remedy() {
    assertThatThrownBy(() -> read("quay", PINNED, new Held(Map.of())))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "s3://acme/"
                + KEY
                + " is not there: upload the definition to it, or leave the stack's parameter"
                + " DefinitionSha256 empty, which means the bundled one");
  }

  @Test
  void the_definition_of_another_source_is_not_run() {
    String other = YAML.replace("source: quay", "source: wharf");
    String pinned = sha256(other);
    assertThatThrownBy(
            () -> read("quay", pinned, Held.of("definitions/quay/" + pinned + ".yaml", other)))
        .hasMessageEndingWith(
            " describes the source wharf, and the stack's parameter Source is quay");
  }

  @Test
  void no_bucket_is_opened_where_nothing_is_pinned(@TempDir Path bundle) throws Exception {
    Files.writeString(
        Files.createDirectories(bundle.resolve("sources")).resolve("quay.yaml"), YAML);
    Environment environment =
        new Environment(
            Map.of(
                "TIDEMARK_SOURCE", "quay",
                "TIDEMARK_DEFINITION_SHA256", "",
                "LAMBDA_TASK_ROOT", bundle.toString()));
    Definition bundled =
        environment.definition(() -> {
          throw new AssertionError("nothing is pinned");
        });
    assertThat(bundled.names()).containsExactly("ships");
  }
}
