package dev.tidemark.rest.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Writes the JSON Schema of definitions, for editors, from the same records that the reader binds
 * to.
 */
public final class SchemaWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaWriter() {}

  /** The schema, as indented JSON (draft 2020-12). */
  public static String write() {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Tidemark source definition");
    schema.setAll(record(Definition.class));
    ObjectNode defaults = record(Resource.class);
    defaults.remove("required");
    defaults.put("description", "Members that every resource has unless it gives them itself.");
    ((ObjectNode) schema.get("properties")).set(Defaults.KEY, defaults);
    // What a resource leaves out may come from the defaults, which a schema cannot see.
    ((ObjectNode) schema.at("/properties/resources/additionalProperties")).remove("required");
    return schema.toPrettyString() + "\n";
  }

  private static ObjectNode type(Type type) {
    if (type instanceof ParameterizedType generic) {
      ObjectNode node = JSON.createObjectNode();
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == java.util.Map.class) {
        node.put("type", "object").set("additionalProperties", type(of[1]));
      } else {
        node.put("type", "array").set("items", type(of[0]));
      }
      return node;
    }
    Class<?> plain = (Class<?>) type;
    if (plain == JsonNode.class) {
      return JSON.createObjectNode();
    }
    if (plain == MemberPath.class) {
      return either(scalar(String.class), list(scalar(String.class)));
    }
    if (plain == RecordId.class) {
      return either(scalar(String.class), list(type(MemberPath.class)));
    }
    if (plain == ColumnType.class) {
      return scalar(plain);
    }
    if (plain.isRecord()) {
      return shortened(plain);
    }
    return plain.isSealed() ? choice(plain) : scalar(plain);
  }

  private static ObjectNode record(Class<?> type) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "object").put("additionalProperties", false);
    Doc doc = type.getAnnotation(Doc.class);
    if (doc != null) {
      node.put("description", doc.value());
    }
    ObjectNode properties = node.putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    for (RecordComponent component : Vocabulary.keys(type)) {
      properties.set(Vocabulary.key(component), property(component));
      if (!Vocabulary.optional(component) && Vocabulary.defaultText(component) == null) {
        required.add(Vocabulary.key(component));
      }
    }
    if (!required.isEmpty()) {
      node.set("required", required);
    }
    return node;
  }

  private static ObjectNode shortened(Class<?> type) {
    if (Vocabulary.shorthand(type) == null) {
      return record(type);
    }
    ObjectNode text = type(Vocabulary.shortensTo(type));
    return either(text, record(type));
  }

  private static ObjectNode either(ObjectNode one, ObjectNode other) {
    ObjectNode node = JSON.createObjectNode();
    node.putArray("anyOf").add(one).add(other);
    return node;
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "array").put("minItems", 1).set("items", items);
    return node;
  }

  private static ObjectNode property(RecordComponent component) {
    ObjectNode node = type(component.getGenericType());
    if (component.isAnnotationPresent(OneOrMany.class)) {
      node = either(scalar(String.class), node);
    }
    String text = Vocabulary.defaultText(component);
    String shown = text == null || text.startsWith("{") ? "" : " Default: " + text + ".";
    return node.put("description", Vocabulary.doc(component) + shown);
  }

  private static ObjectNode choice(Class<?> type) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode options = node.putArray("oneOf");
    for (Class<?> option : type.getPermittedSubclasses()) {
      ObjectNode form = record(option);
      ObjectNode properties = (ObjectNode) form.get("properties");
      properties.putObject(Vocabulary.KIND).put("const", Names.kebab(option.getSimpleName()));
      ArrayNode required =
          form.get("required") instanceof ArrayNode array ? array : form.putArray("required");
      required.insert(0, Vocabulary.KIND);
      options.add(form);
    }
    return node;
  }

  private static ObjectNode scalar(Class<?> type) {
    ObjectNode node = JSON.createObjectNode();
    if (type.isEnum()) {
      ArrayNode words = node.putArray("enum");
      Vocabulary.words(type).forEach(words::add);
    } else if (type == Duration.class) {
      node.put("type", "string").put("pattern", "^\\d{1,9}(ms|s|m|h|d)$");
    } else if (type == ColumnType.class) {
      node.put("type", "string").put("pattern", ColumnType.FORM);
    } else if (type == ZoneOffset.class) {
      node.put("type", "string").put("pattern", Zones.FORM);
    } else if (type == BoundZone.class) {
      node.put("type", "string").put("pattern", BoundZone.FORM);
    } else if (type == Instant.class) {
      node.put("type", "string").put("pattern", Moments.FORM);
    } else if (type == boolean.class) {
      node.put("type", "boolean");
    } else if (type == String.class) {
      node.putArray("type").add("string").add("number").add("boolean");
    } else {
      node.put("type", "integer");
    }
    return node;
  }
}
