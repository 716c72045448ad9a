package dev.tidemark.lake.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Core's records as JSON: a member per component, or those that {@link StoredMembers} lists, nulls
 * written out, instants as ISO-8601 texts. Reading accepts exactly what writing gives: a member
 * that is unknown or missing, and a value of another type, are refused.
 */
public final class CoreJson {
  /** By the records' components alone. */
  private static final JsonMapper COMPONENTS =
      JsonMapper.builder()
          .addModule(CoreMembers.module())
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .withCoercionConfigDefaults(CoreJson::refuse)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private static final JsonMapper MAPPER =
      COMPONENTS.rebuild().addModule(CoreMembers.stored(COMPONENTS)).build();

  private CoreJson() {}

  /** A record as a tree. */
  public static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads what {@link #tree} gave.
   *
   * @throws JsonProcessingException if the tree is anything else
   */
  public static <T> T read(JsonNode tree, Class<T> type) throws JsonProcessingException {
    return MAPPER.treeToValue(tree, type);
  }

  /** A record as one line of UTF-8, without its end. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value, e);
    }
  }

  /**
   * The tree that {@link #bytes} gave.
   *
   * @throws JsonProcessingException if the bytes are no JSON object
   */
  public static ObjectNode tree(byte[] json, int length) throws JsonProcessingException {
    return read(json, length, ObjectNode.class);
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @throws JsonProcessingException if the bytes are anything else
   */
  public static <T> T read(byte[] json, int length, Class<T> type) throws JsonProcessingException {
    try {
      return MAPPER.readValue(json, 0, length, type);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  /** What is wrong with JSON that was refused: the member, then the reason. */
  public static String wrong(JacksonException refused) {
    if (refused instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return mapping.getPath().stream()
              .map(step ->
                  step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
              .collect(Collectors.joining("."))
          + ": "
          + refused.getOriginalMessage();
    }
    return refused.getOriginalMessage();
  }

  private static void refuse(MutableCoercionConfig config) {
    for (CoercionInputShape shape : CoercionInputShape.values()) {
      config.setCoercion(shape, CoercionAction.Fail);
    }
  }
}
