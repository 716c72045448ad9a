package dev.tidemark.rest.json;

import dev.tidemark.rest.definition.MemberPath;
import org.jspecify.annotations.Nullable;

/**
 * Whether one declared path was met in one object, or a member whose own name is the path's text.
 * Taken for a path, such a name leads nowhere, and a page without a next one looks like the last.
 */
final class Trace {
  private final MemberPath path;
  private boolean met;
  private @Nullable MemberPath literal;

  Trace(MemberPath path) {
    this.path = path;
  }

  MemberPath path() {
    return path;
  }

  void begin() {
    met = false;
    literal = null;
  }

  void meet() {
    met = true;
  }

  /** A member was met whose name is what the path's names from {@code index} on come to. */
  void meetLiteral(int index) {
    literal = path.joinedFrom(index);
  }

  /** What the path should have been; null where nothing speaks against it. */
  @Nullable MemberPath meant() {
    return met ? null : literal;
  }
}
