package dev.tidemark.rest.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Values of a definition that are sent as the JSON that they look like. */
final class YamlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private YamlJson() {}

  static JsonNode of(Place place, Node node) {
    Yaml.plain(place, node);
    if (node instanceof MappingNode) {
      ObjectNode object = JSON.objectNode();
      Yaml.members(place, node)
          .forEach((key, member) -> object.set(key, of(place.member(key), member.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(item -> array.add(of(place.item(array.size()), item)));
      return array;
    }
    return scalar(place, (ScalarNode) node);
  }

  private static JsonNode scalar(Place place, ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return JSON.numberNode(new BigDecimal(text));
      } catch (NumberFormatException e) {
        throw place.refuse(node, "\"" + text + "\" is no number of JSON; quote it", e);
      }
    }
    return JSON.textNode(text);
  }
}
