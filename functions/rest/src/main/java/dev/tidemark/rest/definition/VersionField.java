package dev.tidemark.rest.definition;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A member of a record by which the newer of two versions is found. */
@Doc("A member of a record by which the newer of two versions is found.")
public record VersionField(
    @Doc("Path of the member in a record, joined by dots.") MemberPath field,
    @Doc("How two of them compare.") @Default("instant") Type type,
    @Doc(
            "The zone of times that have no offset: UTC, or an offset such as"
                + " +02:00; left out for the watermark's where both are one member.")
        @Nullable ZoneOffset zone) {
  public VersionField {
    field.toMember("field:");
  }

  /** How versions compare. */
  public enum Type {
    /** As points in time. */
    INSTANT,
    /** As whole numbers. */
    INTEGER
  }
}
