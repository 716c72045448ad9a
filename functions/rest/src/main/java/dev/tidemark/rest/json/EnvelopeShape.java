package dev.tidemark.rest.json;

import java.util.List;

/**
 * What is looked at around the records.
 *
 * @param records path of the array of records; empty where the body is the array
 * @param one whether one record stands there instead of an array
 * @param members paths of single values
 */
public record EnvelopeShape(String records, boolean one, List<String> members) {
  public EnvelopeShape {
    members = List.copyOf(members);
  }
}
