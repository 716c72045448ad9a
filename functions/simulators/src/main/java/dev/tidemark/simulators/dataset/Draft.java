package dev.tidemark.simulators.dataset;

import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record while it is written: members in order, names repeated if that is wanted. */
public final class Draft {
  private static final String UPDATED_AT = "updated_at";

  private final List<Field> fields = new ArrayList<>();
  private @Nullable Instant updatedAt;
  private Visibility visibility = Visibility.LISTED;
  private boolean pretty;

  /** Adds a member with a value as it is to be written. */
  public Draft raw(String name, String value) {
    fields.add(new Field(name, value));
    return this;
  }

  /** Adds a string. */
  public Draft text(String name, String value) {
    return raw(name, Json.quoted(value));
  }

  /** Adds an integer. */
  public Draft number(String name, long value) {
    return raw(name, Long.toString(value));
  }

  /** Adds a boolean. */
  public Draft flag(String name, boolean value) {
    return raw(name, Boolean.toString(value));
  }

  /** Adds nulls. */
  public Draft nulls(String... names) {
    for (String name : names) {
      raw(name, "null");
    }
    return this;
  }

  /** Lets only some see the record. */
  public Draft shownTo(Visibility changed) {
    visibility = changed;
    return this;
  }

  /** Puts a member before all others. */
  Draft first(String name, String value) {
    fields.addFirst(new Field(name, value));
    return this;
  }

  /** Sets the stored time and the written value of updated_at; a null value removes the member. */
  Draft stamp(@Nullable Instant stored, @Nullable String written) {
    updatedAt = stored;
    if (written == null) {
      fields.removeIf(field -> field.name().equals(UPDATED_AT));
    } else {
      fields.replaceAll(
          field -> field.name().equals(UPDATED_AT) ? new Field(UPDATED_AT, written) : field);
    }
    return this;
  }

  /** Lets the record be written over several lines. */
  Draft pretty() {
    pretty = true;
    return this;
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    fields.forEach(field -> names.add(field.name()));
    return names;
  }

  @Nullable Instant updatedAt() {
    return updatedAt;
  }

  Visibility visibility() {
    return visibility;
  }

  Json json() {
    StringBuilder out = new StringBuilder("{");
    for (Field field : fields) {
      out.append(out.length() > 1 ? "," : "")
          .append(pretty ? "\n\t " : "")
          .append(Json.quoted(field.name()))
          .append(pretty ? " : " : ":")
          .append(field.value());
    }
    return Json.of(out.append(pretty ? "\r\n}" : "}").toString());
  }

  private record Field(String name, String value) {}
}
