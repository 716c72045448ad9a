package dev.tidemark.aws.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog has it.
 *
 * @param version which the next change names, so that it is refused after another's
 * @param json the whole of it
 */
public record GlueTable(String version, ObjectNode json) {
  /** A parameter of the table; null where it has none of that name. */
  public @Nullable String parameter(String name) {
    return json.path("Parameters").path(name).textValue();
  }
}
