package dev.tidemark.tables.glue;

import dev.tidemark.aws.glue.GlueDatabase;
import java.util.List;
import org.apache.iceberg.BaseMetastoreCatalog;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.FileIO;

/**
 * The tables of one database of Glue. The database is the stack's, so that none is made here; and
 * tables are made, loaded and changed, but never listed, renamed or dropped.
 */
public final class GlueCatalog extends BaseMetastoreCatalog {
  private final GlueDatabase tables;
  private final String database;
  private final FileIO files;

  /**
   * @param database the name of {@code tables}
   * @param files those of the tables
   */
  public GlueCatalog(GlueDatabase tables, String database, FileIO files) {
    this.tables = tables;
    this.database = database;
    this.files = files;
  }

  @Override
  public String name() {
    return "glue";
  }

  @Override
  protected boolean isValidIdentifier(TableIdentifier identifier) {
    return identifier.namespace().equals(Namespace.of(database));
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier identifier) {
    return new GlueTableOperations(tables, identifier, files);
  }

  @Override
  protected String defaultWarehouseLocation(TableIdentifier identifier) {
    throw new UnsupportedOperationException(identifier + " is made without a location");
  }

  @Override
  public List<TableIdentifier> listTables(Namespace namespace) {
    throw new UnsupportedOperationException("the tables of " + namespace + " are not listed");
  }

  @Override
  public boolean dropTable(TableIdentifier identifier, boolean purge) {
    throw new UnsupportedOperationException(identifier + " is not dropped");
  }

  @Override
  public void renameTable(TableIdentifier from, TableIdentifier to) {
    throw new UnsupportedOperationException(from + " is not renamed");
  }
}
