package dev.tidemark.aws.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The tables of one database. */
public interface GlueDatabase {
  /**
   * The table of this name; null where there is none.
   *
   * @throws GlueException if the catalog refuses
   * @throws GlueUnansweredException if it does not answer
   */
  @Nullable GlueTable find(String name);

  /**
   * Makes a table.
   *
   * @param input as Glue's {@code TableInput}
   * @return false if there is one of that name, which may be this one, made by an attempt whose
   *     answer was lost on the way
   * @throws GlueException if the catalog refuses
   * @throws GlueUnansweredException if it is not known whether the table was made
   */
  boolean create(ObjectNode input);

  /**
   * Replaces a table as a whole.
   *
   * @param version of the table that is replaced
   * @return false if it has another version now, which may be this one's
   * @throws GlueException if the catalog refuses
   * @throws GlueUnansweredException if it is not known whether the table was replaced
   */
  boolean replace(ObjectNode input, String version);
}
