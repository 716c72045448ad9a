package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import java.util.List;

/** Members that appear only when {@code expand} asks for them (contract askelephant 2.2, 2.6). */
final class AskExpansion {
  private AskExpansion() {}

  static Json expanded(Row row, List<String> names) {
    Json json = row.json();
    for (String name : names) {
      json = json.with(name, value(name, row));
    }
    return json;
  }

  private static String value(String name, Row row) {
    return switch (name) {
      case "companies" -> partners("engagement_company", partner("cmp", row));
      case "contacts" -> partners("engagement_contact", partner("cnt", row));
      case "owner" -> "{\"object\":\"user\",\"id\":" + row.json().raw("owner_user_id") + "}";
      case "transcript" -> "null";
      case "media_url" -> Json.quoted("https://media.example/" + row.id() + "?expires=60");
      default -> "[]";
    };
  }

  /** The one company or contact of an engagement. */
  static String partner(String prefix, Row row) {
    return prefix + row.id().substring(row.id().indexOf('_'));
  }

  private static String partners(String object, String id) {
    return "[{\"object\":\"%s\",\"id\":\"%s\"}]".formatted(object, id);
  }
}
