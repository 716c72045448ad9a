package dev.tidemark.tables;

import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.tables.row.TableColumns;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.jspecify.annotations.Nullable;

/**
 * The tables of resources in a catalog. They are of format 2 and have no partitions: deletes by
 * position are the one way to update that all engines read rightly.
 */
public final class LakeTables {
  private static final String RESOURCE = "tidemark.resource";

  private final Catalog catalog;
  private final String root;

  /**
   * @param root where the tables' files lie
   */
  public LakeTables(Catalog catalog, String root) {
    this.catalog = catalog;
    this.root = root;
  }

  /** The table of the records that are there; null where there is none yet. */
  @Nullable Table find(TableName name) {
    try {
      return mine(catalog.loadTable(name.current()), name);
    } catch (NoSuchTableException e) {
      return null;
    }
  }

  /** The table of the records that are there, with {@code columns} beside those of all tables. */
  Table current(TableName name, List<DeclaredColumn> columns) {
    Table table = table(name.current(), name);
    new Evolution(table).to(columns);
    return table;
  }

  /** The table of the last lines of the records that are gone. */
  Table deleted(TableName name) {
    return table(name.deleted(), name);
  }

  private Table table(TableIdentifier identifier, TableName name) {
    try {
      return mine(catalog.loadTable(identifier), name);
    } catch (NoSuchTableException e) {
      return mine(create(identifier, name), name);
    }
  }

  /**
   * Catalogs differ in how they say that another writer was faster: whether it is there decides.
   */
  private static void ensure(SupportsNamespaces databases, Namespace database) {
    if (databases.namespaceExists(database)) {
      return;
    }
    try {
      databases.createNamespace(database);
    } catch (RuntimeException e) {
      if (!databases.namespaceExists(database)) {
        throw e;
      }
    }
  }

  private Table create(TableIdentifier identifier, TableName name) {
    if (catalog instanceof SupportsNamespaces databases) {
      ensure(databases, identifier.namespace());
    }
    try {
      return catalog
          .buildTable(identifier, new Schema(TableColumns.OF_ALL.columns()))
          .withPartitionSpec(PartitionSpec.unpartitioned())
          .withLocation(String.join("/", root, name.database(), identifier.name()))
          .withProperties(properties(name))
          .create();
    } catch (AlreadyExistsException e) {
      return catalog.loadTable(identifier);
    }
  }

  private static Map<String, String> properties(TableName name) {
    return Map.of(
        TableProperties.FORMAT_VERSION,
        "2",
        TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
        "true",
        RESOURCE,
        resource(name));
  }

  private static String resource(TableName name) {
    return name.resource().connection() + "/" + name.resource().resource() + "/v" + name.schema();
  }

  /** Two resources may have names that differ in signs only which no table's name has. */
  private static Table mine(Table table, TableName name) {
    String owner = table.properties().get(RESOURCE);
    if (!resource(name).equals(owner)) {
      throw new IllegalStateException(
          "the table "
              + table.name()
              + (owner == null ? " was not made by Tidemark" : " is that of " + owner)
              + ", so that "
              + resource(name)
              + " cannot have it; name another database, or rename the resource");
    }
    return table;
  }
}
