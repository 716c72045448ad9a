package dev.tidemark.core.state;

/**
 * The form in which a resource's records land. Records of two forms are never published as one:
 * what is asked for may change only together with the version.
 *
 * @param schema its version, part of the keys
 * @param shape which of a record's members are asked for; empty for all
 */
public record LandedForm(int schema, String shape) {
  public LandedForm {
    if (schema < 1) {
      throw new IllegalArgumentException("schema < 1: " + schema);
    }
  }
}
