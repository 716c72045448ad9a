package dev.tidemark.lake.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a record as its {@link StoredMembers}. */
final class FlatWriter<T> extends StdSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient StoredMembers members;
  private final ObjectMapper components;

  /**
   * @param components writes records by their components
   */
  FlatWriter(Class<T> type, StoredMembers members, ObjectMapper components) {
    super(type);
    this.members = members;
    this.components = components;
  }

  @Override
  public void serialize(T value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    ObjectNode grouped = components.valueToTree(value);
    provider.defaultSerializeValue(members.flat(grouped), out);
  }
}
