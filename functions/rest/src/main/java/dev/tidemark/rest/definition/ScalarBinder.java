package dev.tidemark.rest.definition;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Single values of a definition. */
final class ScalarBinder {
  private ScalarBinder() {}

  static Object of(Place place, Node node, Class<?> type) {
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      throw place.refuse(node, "needs " + name(type));
    }
    String text = scalar.getValue();
    try {
      if (type == String.class) {
        return text;
      }
      if (type == Duration.class) {
        return Durations.of(text);
      }
      if (type == ZoneOffset.class) {
        return Zones.of(text);
      }
      if (type == BoundZone.class) {
        return BoundZone.of(text);
      }
      if (type == Instant.class) {
        return Moments.of(text);
      }
      if (type == ColumnType.class) {
        return ColumnType.of(text);
      }
      if (type.isEnum()) {
        return constant(text, type);
      }
      return number(scalar, text, type);
    } catch (NumberFormatException e) {
      throw place.refuse(node, "\"" + text + "\" is not " + name(type), e);
    } catch (IllegalArgumentException e) {
      throw place.refuse(node, String.valueOf(e.getMessage()), e);
    }
  }

  private static Object number(ScalarNode scalar, String text, Class<?> type) {
    if (type == boolean.class) {
      if (!scalar.getTag().equals(Tag.BOOL)) {
        throw new IllegalArgumentException("\"" + text + "\" is not true or false");
      }
      return Boolean.parseBoolean(text);
    }
    if (!scalar.getTag().equals(Tag.INT)) {
      throw new NumberFormatException(text);
    }
    if (type == long.class) {
      return Long.parseLong(text);
    }
    return Integer.parseInt(text);
  }

  private static Object constant(String text, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (Names.kebab(((Enum<?>) constant).name()).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is none of " + String.join(", ", Vocabulary.words(type)));
  }

  private static String name(Class<?> type) {
    if (type == Duration.class) {
      return "a duration such as 5m";
    }
    if (type == ZoneOffset.class) {
      return "UTC or an offset such as +02:00";
    }
    if (type == BoundZone.class) {
      return "UTC, an offset such as +02:00, a region such as Europe/Berlin, or account";
    }
    if (type == Instant.class) {
      return Moments.NAME;
    }
    if (type == ColumnType.class) {
      return "a type such as long";
    }
    if (type.isEnum()) {
      return "one of " + String.join(", ", Vocabulary.words(type));
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type == String.class ? "a text" : "a whole number";
  }
}
