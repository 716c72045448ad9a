package dev.tidemark.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A JSON tree as DynamoDB's own maps, lists and scalars, and back. */
final class AttributeTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AttributeTree() {}

  static Map<String, AttributeValue> attributes(ObjectNode tree) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    tree.properties()
        .forEach(member -> attributes.put(member.getKey(), attribute(member.getValue())));
    return attributes;
  }

  private static AttributeValue attribute(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> AttributeValue.fromM(attributes((ObjectNode) node));
      case ARRAY -> AttributeValue.fromL(elements(node));
      case STRING -> AttributeValue.fromS(node.textValue());
      case NUMBER -> AttributeValue.fromN(node.asText());
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case NULL -> AttributeValue.fromNul(true);
      case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no attribute for " + node);
    };
  }

  private static List<AttributeValue> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(AttributeTree::attribute).toList();
  }

  /**
   * @throws IllegalArgumentException if an attribute is of a type that no state has; the message
   *     names it
   */
  static ObjectNode tree(Map<String, AttributeValue> attributes) {
    ObjectNode tree = JSON.objectNode();
    attributes.forEach((name, value) -> tree.set(name, node(name, value)));
    return tree;
  }

  private static JsonNode node(String name, AttributeValue value) {
    return switch (value.type()) {
      case M -> tree(value.m());
      case L -> {
        ArrayNode array = JSON.arrayNode();
        value.l().forEach(element -> array.add(node(name, element)));
        yield array;
      }
      case S -> JSON.textNode(value.s());
      case N -> number(name, value.n());
      case BOOL -> JSON.booleanNode(value.bool());
      case NUL -> JSON.nullNode();
      case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException(name + ": of type " + value.type());
    };
  }

  /**
   * Every number in a state is whole; one that is not is handed on as it is, to be refused with its
   * member's name.
   */
  private static JsonNode number(String name, String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return number.stripTrailingZeros().scale() <= 0
          ? JSON.numberNode(number.toBigIntegerExact())
          : JSON.numberNode(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": not a number: " + text, e);
    }
  }
}
