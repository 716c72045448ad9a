package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tidemark.rest.definition.Mutations.Mutation;
import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schema and the reader are compared on the built-in definitions and on every one-step change
 * of them. JSON is YAML, so that both read the same text.
 */
class SchemaWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaWriter.write());

  /** The built-in ones, and one that says everything that can be said. */
  static List<String> sources() {
    return Stream.concat(Sources.builtIn().stream(), Stream.of("everything")).toList();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void accepts_the_built_in_definitions(String source) throws IOException {
    JsonNode json = builtIn(source);
    assertThat(schema.validate(json)).isEmpty();
    assertThatCode(() -> DefinitionReader.read("same.yaml", json.toString()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("sources")
  @Tag("deep")
  void refuses_every_unknown_key_as_the_reader_does(String source) throws IOException {
    bothRefuse(Mutations.unknownKeys(builtIn(source)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  @Tag("deep")
  void refuses_every_value_of_another_type_as_the_reader_does(String source) throws IOException {
    bothRefuse(Mutations.otherTypes(builtIn(source)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  @Tag("deep")
  void refuses_every_word_that_is_no_choice_as_the_reader_does(String source) throws IOException {
    bothRefuse(Mutations.otherWords(builtIn(source)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  @Tag("deep")
  void refuses_no_missing_key_that_the_reader_does_without(String source) throws IOException {
    List<Mutation> mutations = Mutations.missingKeys(builtIn(source));
    assertThat(mutations).hasSizeGreaterThan(20);
    for (Mutation mutation : tried(mutations)) {
      assertThat(schemaAccepts(mutation.json()) || !readerAccepts(mutation.json()))
          .as(mutation.what())
          .isTrue();
    }
    assertThat(mutations.stream().filter(one -> !schemaAccepts(one.json()))).isNotEmpty();
  }

  @Test
  void accepts_any_json_in_a_body_as_the_reader_does() throws IOException {
    JsonNode json = builtIn("everything");
    ((ObjectNode) json.at("/resources/cursor"))
        .set("body", JSON.readTree("{\"a\":[1,{\"b\":null}],\"c\":true}"));
    assertThat(schemaAccepts(json)).isTrue();
    assertThat(readerAccepts(json)).isTrue();
  }

  private void bothRefuse(List<Mutation> mutations) {
    assertThat(mutations).hasSizeGreaterThan(2);
    for (Mutation mutation : tried(mutations)) {
      assertThat(schemaAccepts(mutation.json())).as("schema: " + mutation.what()).isFalse();
      assertThat(readerAccepts(mutation.json())).as("reader: " + mutation.what()).isFalse();
    }
  }

  /** Every third one, and deeper the others. */
  private static List<Mutation> tried(List<Mutation> mutations) {
    return IntStream.range(0, mutations.size())
        .filter(number -> Depth.tries(number, 3, 1))
        .mapToObj(mutations::get)
        .toList();
  }

  private boolean schemaAccepts(JsonNode json) {
    return schema.validate(json).isEmpty();
  }

  private static boolean readerAccepts(JsonNode json) {
    try {
      DefinitionReader.read("same.yaml", json.toString());
      return true;
    } catch (DefinitionException refused) {
      return false;
    }
  }

  private static JsonNode builtIn(String source) throws IOException {
    try (InputStream in =
        SchemaWriterTest.class.getResourceAsStream("/dev/tidemark/sources/" + source + ".yaml")) {
      Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return json(tree);
    }
  }

  private static JsonNode json(Object tree) throws JsonProcessingException {
    return JSON.readTree(JSON.writeValueAsString(tree));
  }
}
