package dev.tidemark.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** What the database's values are as text and as JSON; no digit of a number is lost. */
final class ShownCells {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ShownCells() {}

  /** As text; null stays what it is. */
  static @Nullable String text(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number.toPlainString();
      case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      case Timestamp time -> time.toLocalDateTime().toString();
      case Blob blob -> HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
      case Array array -> json(array).toString();
      case DuckDBStruct struct -> json(struct).toString();
      case Map<?, ?> map -> json(map).toString();
      default -> value.toString();
    };
  }

  /** As JSON: numbers and booleans as such, JSON as it is, lists and structs by their members. */
  static JsonNode json(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> JSON.nullNode();
      case Boolean truth -> JSON.booleanNode(truth);
      case Double number when !Double.isFinite(number) -> JSON.textNode(number.toString());
      case Float number when !Float.isFinite(number) -> JSON.textNode(number.toString());
      case BigInteger number -> BigIntegerNode.valueOf(number);
      case BigDecimal number -> raw(number.toPlainString());
      case Number number -> raw(number.toString());
      case org.duckdb.JsonNode json -> raw(json.toString());
      case Array array -> list((Object[]) array.getArray());
      case Object[] array -> list(array);
      case DuckDBStruct struct -> members(struct.getMap());
      case Map<?, ?> map -> members(map);
      default -> JSON.textNode(text(value));
    };
  }

  private static JsonNode raw(String json) {
    return (JsonNode) JSON.rawValueNode(new RawValue(json));
  }

  private static JsonNode list(@Nullable Object[] values) throws SQLException {
    ArrayNode list = JSON.arrayNode();
    for (Object value : values) {
      list.add(json(value));
    }
    return list;
  }

  private static JsonNode members(Map<?, ?> values) throws SQLException {
    ObjectNode members = JSON.objectNode();
    for (Map.Entry<?, ?> member : values.entrySet()) {
      members.set(String.valueOf(text(member.getKey())), json(member.getValue()));
    }
    return members;
  }
}
