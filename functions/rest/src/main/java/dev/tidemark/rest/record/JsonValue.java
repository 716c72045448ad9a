package dev.tidemark.rest.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A string or a number, as JSON and as an operator writes it. */
public final class JsonValue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonValue() {}

  /** The content of a string; the digits of a number as they are. */
  public static String text(String json) {
    if (!json.startsWith("\"")) {
      return json;
    }
    try {
      return JSON.readValue(json, String.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON string: " + json, e);
    }
  }
}
