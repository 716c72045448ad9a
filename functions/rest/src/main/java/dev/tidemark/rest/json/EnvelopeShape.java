package dev.tidemark.rest.json;

import java.util.List;

/**
 * What is looked at around the records.
 *
 * @param records path of the array of records; empty where the body is the array
 * @param members paths of single values
 */
public record EnvelopeShape(String records, List<String> members) {
  public EnvelopeShape {
    members = List.copyOf(members);
  }
}
