package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Keeps the beginning of a value, however large it is: enough to show what an answer says of
 * itself. Numbers are kept as their text.
 */
final class Excerpt {
  /** Characters of names and texts that are kept. */
  static final int MOST = 2000;

  private static final int DEEPEST = 20;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonParser parser;
  private int left = MOST;

  private Excerpt(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the value that {@code parser} stands at with {@code token}, to its end. */
  static JsonNode read(JsonParser parser, JsonToken token) throws IOException {
    return new Excerpt(parser).value(token, 0);
  }

  private JsonNode value(JsonToken token, int depth) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_TRUE -> JSON.booleanNode(true);
      case VALUE_FALSE -> JSON.booleanNode(false);
      case VALUE_NULL -> JSON.nullNode();
      default -> JSON.textNode(cut(parser.getText()));
    };
  }

  private JsonNode object(int depth) throws IOException {
    ObjectNode object = JSON.objectNode();
    while (next() != JsonToken.END_OBJECT) {
      String name = cut(parser.currentName());
      JsonToken token = next();
      if (keeps(depth, object.size())) {
        object.set(name, value(token, depth + 1));
      } else {
        parser.skipChildren();
      }
    }
    return object;
  }

  private JsonNode array(int depth) throws IOException {
    ArrayNode array = JSON.arrayNode();
    JsonToken token;
    while ((token = next()) != JsonToken.END_ARRAY) {
      left--;
      if (keeps(depth, array.size())) {
        array.add(value(token, depth + 1));
      } else {
        parser.skipChildren();
      }
    }
    return array;
  }

  /** What is not empty stays not empty, however little of it is kept. */
  private boolean keeps(int depth, int size) {
    return size == 0 || (left > 0 && depth < DEEPEST);
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new MalformedPageException("the answer breaks off");
    }
    return token;
  }

  private String cut(String text) {
    String kept = text.length() <= left ? text : text.substring(0, Math.max(0, left));
    left -= text.length();
    return kept;
  }
}
