package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One {@code filter[field][operator]=value}; a list of values is separated by commas. */
record AskFilter(String field, String operator, String value) implements Predicate<Row> {
  private static final Pattern NAME = Pattern.compile("filter\\[([a-z_]+)]\\[([a-z]+)]");

  /** Reads a parameter, or null when it is no filter. */
  static @Nullable AskFilter of(String name, String value) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? new AskFilter(matcher.group(1), matcher.group(2), value) : null;
  }

  /** Whether a time is meant. */
  boolean timed() {
    return field.equals("updated_at") || field.equals("start_at");
  }

  /** Whether a time's value can be read as one. */
  boolean readable() {
    try {
      return !timed() || Instant.parse(value) != null;
    } catch (DateTimeException notReadable) {
      return false;
    }
  }

  List<String> values() {
    return List.of(value.split(",", -1));
  }

  @Override
  public boolean test(Row row) {
    if (timed()) {
      Instant time = time(row);
      return time != null && holds(time.compareTo(Instant.parse(value)));
    }
    if (field.equals("company_ids") || field.equals("contact_ids")) {
      return values()
          .contains(AskExpansion.partner(field.equals("company_ids") ? "cmp" : "cnt", row));
    }
    String raw = row.json().raw(member());
    return raw != null && values().stream().anyMatch(v -> raw.contains('"' + v + '"'));
  }

  private String member() {
    return switch (field) {
      case "domain" -> "domains";
      case "crm_associations" -> "crm_association";
      default -> field;
    };
  }

  private @Nullable Instant time(Row row) {
    if (field.equals("updated_at")) {
      return row.updatedAt();
    }
    String raw = row.json().raw(field);
    return raw == null ? null : Instant.parse(raw.substring(1, raw.length() - 1));
  }

  private boolean holds(int comparison) {
    return switch (operator) {
      case "gt" -> comparison > 0;
      case "gte" -> comparison >= 0;
      case "lt" -> comparison < 0;
      default -> comparison <= 0;
    };
  }
}
