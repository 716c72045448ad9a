package dev.tidemark.lake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Reads a record from its {@link StoredMembers}, all of them and no other. What is refused is named
 * as it is stored.
 */
final class FlatReader<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final transient StoredMembers members;
  private final ObjectMapper components;

  /**
   * @param components reads records by their components
   */
  FlatReader(Class<T> type, StoredMembers members, ObjectMapper components) {
    super(type);
    this.type = type;
    this.members = members;
    this.components = components;
  }

  @Override
  public Collection<Object> getKnownPropertyNames() {
    return List.copyOf(members.names());
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return type.cast(context.handleUnexpectedToken(type, parser));
    }
    ObjectNode flat = context.readValue(parser, ObjectNode.class);
    for (String name : members.names()) {
      if (!flat.has(name)) {
        context.reportInputMismatch(this, "Missing required creator property '%s'", name);
      }
    }
    for (String name : flat.propertyStream().map(member -> member.getKey()).toList()) {
      if (!members.names().contains(name)) {
        context.handleUnknownProperty(parser, this, type, name);
      }
    }
    try {
      return components.treeToValue(members.grouped(flat), type);
    } catch (JsonMappingException e) {
      throw asStored(parser, e);
    }
  }

  /** The same refusal, with the stored member's name in place of the steps through the groups. */
  private JsonMappingException asStored(JsonParser parser, JsonMappingException refused) {
    List<Reference> path = refused.getPath();
    if (path.isEmpty()) {
      return refused;
    }
    String first = path.getFirst().getFieldName();
    StoredMember member = members.at(first, path.size() == 1 ? "" : path.get(1).getFieldName());
    JsonMappingException stored =
        new JsonMappingException(parser, refused.getOriginalMessage(), refused);
    int steps = member == null || member.group().isEmpty() ? 1 : 2;
    for (Reference step : path.subList(steps, path.size()).reversed()) {
      stored.prependPath(step);
    }
    if (member != null) {
      stored.prependPath(type, member.name());
    }
    return stored;
  }
}
