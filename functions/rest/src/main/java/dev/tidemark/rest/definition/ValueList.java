package dev.tidemark.rest.definition;

import java.util.List;

/** A query parameter that has several values. */
@Doc("A query parameter that has several values.")
public record ValueList(
    @Doc("The values.") List<String> values,
    @Doc("How they are written: a=1&a=2, or a=1,2.") @Default("repeated") Form form) {
  public ValueList {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: none; give one or more");
    }
  }

  /** How several values are written. */
  public enum Form {
    /** The parameter is repeated. */
    REPEATED,
    /** One parameter, joined by commas. */
    COMMA
  }
}
