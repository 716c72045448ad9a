package dev.tidemark.lake.json;

/**
 * Where the value of a stored member lies in the record of today.
 *
 * @param name by which it is stored
 * @param group the record's component that holds it; empty where it is one itself
 * @param component of the group, or of the record
 */
record StoredMember(String name, String group, String component) {
  /** Reads {@code name=group.component}; the name is left out where it is the component's. */
  static StoredMember parse(String text) {
    String path = text.substring(text.indexOf('=') + 1);
    String component = path.substring(path.indexOf('.') + 1);
    String group = path.equals(component) ? "" : path.substring(0, path.indexOf('.'));
    return new StoredMember(
        text.equals(path) ? component : text.substring(0, text.indexOf('=')), group, component);
  }

  /** Whether {@code first} and {@code second} are the steps to its value. */
  boolean liesAt(String first, String second) {
    return group.equals(first) && component.equals(second);
  }
}
