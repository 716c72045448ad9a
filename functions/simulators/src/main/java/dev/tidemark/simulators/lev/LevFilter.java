package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Row;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One {@code filter[field]=a,b} (equal to one of them) or {@code filter[field][gte]=a}. */
record LevFilter(String field, String operator, String value) implements Predicate<Row> {
  static final String EQ = "eq";
  private static final Pattern NAME =
      Pattern.compile("filter\\[([a-z_]+)](?:\\[(eq|gt|gte|lt|lte)])?");

  /** Reads a parameter, or null when it is no filter. */
  static @Nullable LevFilter of(String name, String value) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    String operator = matcher.group(2);
    return new LevFilter(matcher.group(1), operator == null ? EQ : operator, value);
  }

  /** Whether the value can be compared with the field: a time, an amount, or any text. */
  boolean readable() {
    try {
      return switch (field) {
        case "created_at", "updated_at" -> instant(value) != null;
        case "loan_amount" -> new BigDecimal(value) != null;
        default -> true;
      };
    } catch (DateTimeException | NumberFormatException notReadable) {
      return false;
    }
  }

  @Override
  public boolean test(Row row) {
    if (field.equals("updated_at")) {
      Instant updatedAt = row.updatedAt();
      return updatedAt != null && holds(updatedAt.compareTo(instant(value)));
    }
    String raw = row.json().raw(field);
    if (raw == null || raw.equals("null")) {
      return false;
    }
    String text = raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw;
    return switch (field) {
      case "created_at" -> holds(instant(text).compareTo(instant(value)));
      case "loan_amount" -> holds(new BigDecimal(text).compareTo(new BigDecimal(value)));
      default -> List.of(value.split(",", -1)).contains(text);
    };
  }

  private boolean holds(int comparison) {
    return switch (operator) {
      case "gt" -> comparison > 0;
      case "gte" -> comparison >= 0;
      case "lt" -> comparison < 0;
      case "lte" -> comparison <= 0;
      default -> comparison == 0;
    };
  }

  /** A date means its midnight; lev 1.7 prints filters in both forms. */
  private static Instant instant(String text) {
    return text.length() == "2026-03-01".length()
        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
        : Instant.parse(text);
  }
}
