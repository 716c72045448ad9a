package dev.tidemark.tables;

import dev.tidemark.core.run.ResourceKey;
import java.util.Locale;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * What the tables of a resource are called: its name in small letters, digits and underscores,
 * which every engine takes without quotes. Another schema version is another table.
 *
 * @param resource whose published state it is
 * @param database in which it lies
 * @param schema version of the landed form
 */
public record TableName(ResourceKey resource, String database, int schema) {
  public TableName {
    if (schema < 1) {
      throw new IllegalArgumentException("schema < 1: " + schema);
    }
  }

  /** A name as engines take it without quotes. */
  public static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }

  private String base() {
    return plain(resource.resource()) + (schema == 1 ? "" : "_v" + schema);
  }

  /** The table of the records that are there. */
  public TableIdentifier current() {
    return identifier(base());
  }

  /** The table of the last lines of the records that are gone. */
  public TableIdentifier deleted() {
    return identifier(base() + "__deleted");
  }

  private TableIdentifier identifier(String name) {
    return TableIdentifier.of(Namespace.of(database), name);
  }
}
