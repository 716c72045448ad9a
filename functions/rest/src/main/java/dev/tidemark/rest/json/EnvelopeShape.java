package dev.tidemark.rest.json;

import java.util.List;

/**
 * What is looked at around the records.
 *
 * @param records path of the array of records; empty where the body is the array
 * @param one whether one record stands there instead of an array
 * @param members paths of single values
 * @param remarks names, from the outermost in, of members of any form that an answer may say
 *     something of itself in; none of them leads into the records
 */
public record EnvelopeShape(
    String records, boolean one, List<String> members, List<List<String>> remarks) {
  public EnvelopeShape {
    members = List.copyOf(members);
    remarks = List.copyOf(remarks);
  }

  /** A shape without remarks. */
  public EnvelopeShape(String records, boolean one, List<String> members) {
    this(records, one, members, List.of());
  }
}
