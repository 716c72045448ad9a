package dev.tidemark.tables.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.glue.GlueDatabase;
import dev.tidemark.aws.glue.GlueTable;
import dev.tidemark.aws.glue.GlueUnansweredException;
import org.apache.iceberg.BaseMetastoreTableOperations;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadata.MetadataLogEntry;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NoSuchIcebergTableException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.io.FileIO;
import org.jspecify.annotations.Nullable;

/**
 * A table in Glue. A commit replaces the table's entry and names the entry's version that it was
 * made from, so that of two that were made from one only one is taken.
 *
 * <p>After an answer that was lost, or a refusal that may be that of a second sending, the entry
 * tells: where it names these metadata, or metadata that came after them, the commit was taken;
 * where its version is another one, it never will be. Where nothing has changed it may still be
 * under way. Then its files are left alone, and whoever commits next finds out.
 */
final class GlueTableOperations extends BaseMetastoreTableOperations {
  private static final int TRIES = 3;

  private final GlueDatabase tables;
  private final TableIdentifier identifier;
  private final FileIO files;
  private @Nullable GlueTable base;

  /** What became of a commit. */
  private enum Fate {
    TAKEN,
    REFUSED,
    UNKNOWN
  }

  GlueTableOperations(GlueDatabase tables, TableIdentifier identifier, FileIO files) {
    this.tables = tables;
    this.identifier = identifier;
    this.files = files;
  }

  @Override
  protected String tableName() {
    return identifier.toString();
  }

  @Override
  public FileIO io() {
    return files;
  }

  @Override
  protected void doRefresh() {
    GlueTable found = tables.find(identifier.name());
    if (found == null && currentMetadataLocation() != null) {
      throw new NoSuchTableException("%s was dropped meanwhile", identifier);
    }
    refreshFromMetadataLocation(found == null ? null : location(found), TRIES);
    base = found;
  }

  private String location(GlueTable found) {
    String location = found.parameter(GlueTableInput.METADATA);
    String type = found.parameter(GlueTableInput.TYPE);
    if (location == null || !GlueTableInput.ICEBERG.equalsIgnoreCase(type)) {
      throw new NoSuchIcebergTableException("%s is no Iceberg table", identifier);
    }
    return location;
  }

  @Override
  protected void doCommit(@Nullable TableMetadata from, TableMetadata metadata) {
    String location = writeNewMetadataIfRequired(from == null, metadata);
    GlueTable replaced = from == null ? null : base;
    switch (send(metadata, location, replaced)) {
      case TAKEN -> {}
      case REFUSED -> {
        if (replaced == null) {
          throw new AlreadyExistsException("%s is there already", identifier);
        }
        throw new CommitFailedException("%s was changed meanwhile", identifier);
      }
      case UNKNOWN ->
          throw new CommitStateUnknownException(
              new GlueUnansweredException(
                  "whether " + identifier + " has " + location + " is not known", null));
    }
  }

  private Fate send(TableMetadata metadata, String location, @Nullable GlueTable replaced) {
    ObjectNode input = GlueTableInput.of(identifier.name(), metadata, location, replaced);
    try {
      boolean taken =
          replaced == null ? tables.create(input) : tables.replace(input, replaced.version());
      return taken ? Fate.TAKEN : became(location, replaced, Fate.REFUSED);
    } catch (GlueUnansweredException e) {
      return became(location, replaced, Fate.UNKNOWN);
    }
  }

  /**
   * What became of a commit that has no good answer.
   *
   * @param unchanged what it is where the entry is still the one that it was made from
   * @throws CommitStateUnknownException if that cannot be found out, whatever stands in the way:
   *     with any other exception Iceberg would delete the files of a commit that may be taken
   */
  private Fate became(String location, @Nullable GlueTable replaced, Fate unchanged) {
    try {
      GlueTable now = tables.find(identifier.name());
      if (now == null) {
        return Fate.UNKNOWN;
      }
      if (names(now, location)) {
        return Fate.TAKEN;
      }
      boolean moved = replaced == null || !replaced.version().equals(now.version());
      return moved ? Fate.REFUSED : unchanged;
    } catch (RuntimeException e) {
      throw new CommitStateUnknownException(e);
    }
  }

  /** Whether the table has the metadata at {@code location}, or had them on its way. */
  private boolean names(GlueTable now, String location) {
    if (location.equals(now.parameter(GlueTableInput.METADATA))
        || location.equals(now.parameter(GlueTableInput.BEFORE))) {
      return true;
    }
    return TableMetadataParser.read(files, location(now)).previousFiles().stream()
        .map(MetadataLogEntry::file)
        .anyMatch(location::equals);
  }
}
