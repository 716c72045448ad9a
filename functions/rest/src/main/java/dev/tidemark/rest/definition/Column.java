package dev.tidemark.rest.definition;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A member of the records that tables and exports have a typed column for. */
@Doc("A member of the records that tables and exports have a typed column for.")
public record Column(
    @Doc(
            "What its values are: string, long, decimal(p,s) with p digits in all and s behind the"
                + " point, double, boolean or timestamp. A value that is none is null there, and"
                + " counted.")
        @Shorthand
        ColumnType type,
    @Doc("Path of the member; left out where it is the column's name.") @Nullable MemberPath at,
    @Doc("How a timestamp is written.") @Default("iso-8601") TimeFormat format,
    @Doc("The zone of timestamps that have no offset: UTC, or an offset such as +02:00.")
        @Nullable ZoneOffset zone) {
  public Column {
    if (at != null) {
      at.toMember("at:");
    }
    if (format == TimeFormat.INTEGER) {
      throw new IllegalArgumentException("format: integer is no time; write type: long");
    }
    if (format.needsZone() && zone == null) {
      throw new IllegalArgumentException(
          "zone: the times have no offset; write zone: UTC, or the offset that they are in");
    }
  }
}
