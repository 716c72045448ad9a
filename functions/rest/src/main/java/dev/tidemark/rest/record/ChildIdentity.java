package dev.tidemark.rest.record;

/** What names the child of a parent among the children of all parents. */
public final class ChildIdentity {
  private ChildIdentity() {}

  /**
   * The identity of one child.
   *
   * @param parent id of the parent as JSON text
   * @param id own id as JSON text; empty where a child has none
   */
  public static String of(String parent, String id) {
    return id.isEmpty() ? parent : parent + "/" + id;
  }
}
