package dev.tidemark.rest.definition;

/** A member of a record by which the newer of two versions is found. */
@Doc("A member of a record by which the newer of two versions is found.")
public record VersionField(
    @Doc("Path of the member in a record, joined by dots.") String field,
    @Doc("How two of them compare.") @Default("instant") Type type) {
  /** How versions compare. */
  public enum Type {
    /** As points in time. */
    INSTANT,
    /** As whole numbers. */
    INTEGER
  }
}
