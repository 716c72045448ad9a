package dev.tidemark.cli.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * template.yaml as {@code sam build} writes it out: merged mappings are merged, and {@code !Ref a}
 * is {@code {"Ref": "a"}}. All scalars are texts.
 */
record Template(JsonNode root) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int ALIASES = 1000;

  static Template read() {
    return of(text(Path.of("template.yaml")));
  }

  static Template of(String text) {
    LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(ALIASES).build();
    return new Template(value(new Compose(settings).composeString(text).orElseThrow()));
  }

  /** A file of the repository. */
  static String text(Path fromTheRoot) {
    try {
      return Files.readString(Path.of("..", "..").resolve(fromTheRoot));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The properties of a resource. */
  JsonNode properties(String logicalId) {
    return root.path("Resources").path(logicalId).path("Properties");
  }

  /** The resources of one type, by logical id. */
  Map<String, JsonNode> ofType(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    root.path("Resources")
        .properties()
        .forEach(one -> {
          if (one.getValue().path("Type").asText().equals(type)) {
            found.put(one.getKey(), one.getValue());
          }
        });
    return found;
  }

  /** The functions that run resources. */
  Map<String, JsonNode> blocks() {
    Map<String, JsonNode> functions = ofType("AWS::Serverless::Function");
    functions.remove("Sweep");
    functions.remove("TablesFunction");
    return functions;
  }

  private static JsonNode value(Node node) {
    JsonNode plain =
        switch (node) {
          case ScalarNode scalar -> JSON.textNode(scalar.getValue());
          case SequenceNode sequence -> {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(one -> array.add(value(one)));
            yield array;
          }
          case MappingNode mapping -> mapping(mapping);
          default -> throw new IllegalStateException("no YAML value: " + node);
        };
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? intrinsic(tag.substring(1), plain) : plain;
  }

  private static ObjectNode intrinsic(String name, JsonNode argument) {
    ObjectNode object = JSON.objectNode();
    if (name.equals("Ref") || name.equals("Condition")) {
      return object.set(name, argument);
    }
    if (name.equals("GetAtt") && argument.isTextual()) {
      ArrayNode path = object.putArray("Fn::GetAtt");
      for (String part : argument.textValue().split("\\.", 2)) {
        path.add(part);
      }
      return object;
    }
    return object.set("Fn::" + name, argument);
  }

  /** What stands there itself wins over what is merged. */
  private static ObjectNode mapping(MappingNode node) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : node.getValue()) {
      if (key(tuple).equals("<<")) {
        object.setAll((ObjectNode) value(tuple.getValueNode()));
      }
    }
    for (NodeTuple tuple : node.getValue()) {
      if (!key(tuple).equals("<<")) {
        object.set(key(tuple), value(tuple.getValueNode()));
      }
    }
    return object;
  }

  private static String key(NodeTuple tuple) {
    return ((ScalarNode) tuple.getKeyNode()).getValue();
  }
}
