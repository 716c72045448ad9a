package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Specimen;
import dev.tidemark.simulators.json.Json;
import java.util.List;

/**
 * Users, organizations (contract zendesk 3.4, 3.5) and the records of custom objects (3.4), with
 * members of each kind.
 */
final class AccountShapes {
  private static final String DELETED = Json.quoted("[DELETED]");
  private static final List<String> ROLES = List.of("end-user", "agent", "admin");

  private AccountShapes() {}

  static void user(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("name", "Jo Agent " + of.ordinal())
        .text("role", of.pick(ROLES))
        .flag("active", true)
        .nulls("external_id")
        .raw("user_fields", "{\"user_decimal\":5.1" + of.random().nextInt(10) + "}")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }

  static void organization(Draft draft, Specimen of) {
    draft
        .text("url", "https://acme.zendesk.com/api/v2/organizations/" + of.id() + ".json")
        .raw("id", of.id())
        .text("name", "Groat Ltd " + of.ordinal())
        .nulls("external_id")
        .raw("domain_names", "[\"groat" + of.ordinal() + ".example\"]")
        .raw("organization_fields", "{\"renewal\":\"" + of.day() + "T00:00:00+00:00\"}")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }

  static void record(String objectKey, Draft draft, Specimen of) {
    draft
        .text("id", of.id())
        .nulls("external_id")
        .text("name", "Record " + of.ordinal())
        .text("custom_object_key", objectKey)
        .raw("custom_object_fields", "{\"rooms\":" + of.random().nextInt(1, 9) + "}")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }

  static Json deactivated(Json user) {
    return user.with("active", "false");
  }

  /** Zendesk 3.4: "deleted rows carry "[DELETED]" in name/fields". */
  static Json deletedRecord(Json record) {
    return record.with("name", DELETED).with("custom_object_fields", "{\"rooms\":" + DELETED + "}");
  }

  static boolean isDeletedRecord(Row row) {
    return DELETED.equals(row.json().raw("name"));
  }
}
