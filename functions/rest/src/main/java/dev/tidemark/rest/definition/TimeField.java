package dev.tidemark.rest.definition;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A member of a record that holds a time. */
@Doc("A member of a record that holds a time.")
public record TimeField(
    @Doc("Path of the member in a record, joined by dots.") MemberPath field,
    @Doc("How it is written.") @Default("iso-8601") TimeFormat format,
    @Doc("The zone of times that have no offset: UTC, or an offset such as +02:00.")
        @Nullable ZoneOffset zone,
    @Doc(
            "Path of the member that holds it where field is null or missing, as the time of"
                + " creation of a record that was never edited.")
        @Nullable MemberPath otherwise) {
  /** One that stands in one member. */
  public TimeField(MemberPath field, TimeFormat format, @Nullable ZoneOffset zone) {
    this(field, format, zone, null);
  }

  public TimeField {
    field.toMember("field:");
    if (otherwise != null && otherwise.toMember("otherwise:").equals(field)) {
      throw new IllegalArgumentException(
          "otherwise: " + otherwise + " is field itself; name another member, or leave it out");
    }
    Zones.check("format", format, zone != null);
  }
}
