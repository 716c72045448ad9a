package dev.tidemark.rest.json;

import dev.tidemark.rest.definition.ChosenLink;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at around the records.
 *
 * @param list where the records stand, and in which form
 * @param one whether one record stands there instead of an array
 * @param members paths of single values
 * @param remarks names, from the outermost in, of members of any form that an answer may say
 *     something of itself in; none of them leads into the records
 * @param absentEmpty whether an answer without the array's member is an empty page
 * @param links which of the members is an array of links; null for none
 */
public record EnvelopeShape(
    Records list,
    boolean one,
    List<MemberPath> members,
    List<List<String>> remarks,
    boolean absentEmpty,
    @Nullable Links links) {
  /**
   * An array of links, one of which is wanted.
   *
   * @param path where it stands; one of the members
   */
  public record Links(MemberPath path, ChosenLink link) {}

  public EnvelopeShape {
    members = List.copyOf(members);
    remarks = List.copyOf(remarks);
  }

  /** Where the records stand; the whole where the body is nothing else. */
  public MemberPath records() {
    return list.path();
  }

  /** Which link is wanted of what stands at {@code path}; null where it is no array of links. */
  @Nullable ChosenLink linkAt(MemberPath path) {
    return links != null && links.path().equals(path) ? links.link() : null;
  }

  /** A shape without remarks; every answer has to have the array. */
  public EnvelopeShape(MemberPath records, boolean one, List<MemberPath> members) {
    this(new Records(records, Records.Form.LIST), one, members, List.of(), false, null);
  }
}
