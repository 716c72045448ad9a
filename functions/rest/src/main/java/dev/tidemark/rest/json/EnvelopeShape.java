package dev.tidemark.rest.json;

import dev.tidemark.rest.definition.MemberPath;
import java.util.List;

/**
 * What is looked at around the records.
 *
 * @param records path of the array of records; the whole where the body is the array
 * @param one whether one record stands there instead of an array
 * @param members paths of single values
 * @param remarks names, from the outermost in, of members of any form that an answer may say
 *     something of itself in; none of them leads into the records
 * @param absentEmpty whether an answer without the array's member is an empty page
 */
public record EnvelopeShape(
    MemberPath records,
    boolean one,
    List<MemberPath> members,
    List<List<String>> remarks,
    boolean absentEmpty) {
  public EnvelopeShape {
    members = List.copyOf(members);
    remarks = List.copyOf(remarks);
  }

  /** A shape without remarks; every answer has to have the array. */
  public EnvelopeShape(MemberPath records, boolean one, List<MemberPath> members) {
    this(records, one, members, List.of(), false);
  }
}
