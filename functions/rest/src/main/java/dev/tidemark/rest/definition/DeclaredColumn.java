package dev.tidemark.rest.definition;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A typed column of tables and exports.
 *
 * @param name as engines take it without quotes
 * @param path of the member whose values it has
 * @param format how its values are written where they are times
 * @param zone of times that have no offset; null where all have one
 */
public record DeclaredColumn(
    String name, MemberPath path, ColumnType type, TimeFormat format, @Nullable ZoneOffset zone) {
  /** The columns that every table and export has. */
  private static final Set<String> OF_ALL =
      Set.of(
          "id",
          "id_form",
          "version",
          "generation",
          "fetched_at",
          "run",
          "batch",
          "parent",
          "record");

  /** Those that {@code columns} declares, by what it calls them, in its order. */
  static List<DeclaredColumn> of(Map<String, Column> columns) {
    List<DeclaredColumn> declared = new ArrayList<>();
    columns.forEach((key, column) -> {
      MemberPath at = column.at();
      MemberPath path = at == null ? MemberPath.of(key).toMember("columns:") : at;
      declared.add(
          new DeclaredColumn(name(key), path, column.type(), column.format(), column.zone()));
    });
    check(declared);
    return List.copyOf(declared);
  }

  private static String name(String key) {
    String plain =
        String.join("_", MemberPath.of(key).names())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]", "_");
    return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
  }

  private static void check(List<DeclaredColumn> declared) {
    for (int i = 0; i < declared.size(); i++) {
      String name = declared.get(i).name;
      if (OF_ALL.contains(name)) {
        throw new IllegalArgumentException(
            "columns: every table has a column "
                + name
                + "; write another name, with at: "
                + declared.get(i).path);
      }
      for (DeclaredColumn other : declared.subList(i + 1, declared.size())) {
        if (other.name.equals(name)) {
          throw new IllegalArgumentException(
              "columns: two would be called "
                  + name
                  + ", which is how engines write both; rename one, with at: "
                  + other.path);
        }
      }
    }
  }
}
