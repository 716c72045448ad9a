package dev.tidemark.tables.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.glue.GlueTable;
import java.util.List;
import java.util.Locale;
import org.apache.iceberg.BaseMetastoreTableOperations;
import org.apache.iceberg.TableMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What Glue is told of a table: where its metadata are, by which engines know it for one of
 * Iceberg's, and what is shown of it. What others have said of it stays.
 */
final class GlueTableInput {
  /** In capitals, as all engines write it, and some alone read it. */
  static final String ICEBERG =
      BaseMetastoreTableOperations.ICEBERG_TABLE_TYPE_VALUE.toUpperCase(Locale.ROOT);

  static final String TYPE = BaseMetastoreTableOperations.TABLE_TYPE_PROP;
  static final String METADATA = BaseMetastoreTableOperations.METADATA_LOCATION_PROP;
  static final String BEFORE = BaseMetastoreTableOperations.PREVIOUS_METADATA_LOCATION_PROP;

  private static final List<String> KEPT = List.of("Description", "Owner", "Retention");
  private static final String PARAMETERS = "Parameters";

  private GlueTableInput() {}

  /**
   * Of the table {@code name}.
   *
   * @param location where {@code metadata} are
   * @param replaced the table until now; null where there is none
   */
  static ObjectNode of(
      String name, TableMetadata metadata, String location, @Nullable GlueTable replaced) {
    ObjectNode input =
        JsonNodeFactory.instance.objectNode().put("Name", name).put("TableType", "EXTERNAL_TABLE");
    ObjectNode parameters = input.putObject(PARAMETERS);
    if (replaced != null) {
      for (String kept : KEPT) {
        if (replaced.json().has(kept)) {
          input.set(kept, replaced.json().get(kept));
        }
      }
      JsonNode others = replaced.json().path(PARAMETERS);
      others.properties().forEach(one -> parameters.set(one.getKey(), one.getValue()));
      parameters.put(BEFORE, replaced.parameter(METADATA));
    }
    parameters.put(TYPE, ICEBERG).put(METADATA, location);
    ObjectNode storage = input.putObject("StorageDescriptor").put("Location", metadata.location());
    storage.set("Columns", GlueColumns.of(metadata.schema()));
    return input;
  }
}
