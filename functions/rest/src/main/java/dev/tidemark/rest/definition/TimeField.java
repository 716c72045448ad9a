package dev.tidemark.rest.definition;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A member of a record that holds a time. */
@Doc("A member of a record that holds a time.")
public record TimeField(
    @Doc("Path of the member in a record, joined by dots.") MemberPath field,
    @Doc("How it is written.") @Default("iso-8601") TimeFormat format,
    @Doc("The zone of times that have no offset: UTC, or an offset such as +02:00.")
        @Nullable ZoneOffset zone) {
  public TimeField {
    field.toMember("field:");
    Zones.check("format", format, zone);
  }
}
