package dev.tidemark.rest.definition;

import dev.tidemark.core.lake.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to a member of a JSON object: its name, and before it the names of the objects that it
 * stands in. It leads through objects only.
 *
 * <p>As text the names are joined by dots; a name that holds a dot, or a sign that other notations
 * give a meaning to, is put in quotes, as JSON writes it: {@code meta."next.page"}.
 *
 * @param names outermost first; empty for the whole that a path would begin in
 */
public record MemberPath(List<String> names) {
  /** The whole itself. */
  public static final MemberPath WHOLE = new MemberPath(List.of());

  public MemberPath {
    names = List.copyOf(names);
    if (names.contains("")) {
      throw new IllegalArgumentException("a member has an empty name; write names joined by dots");
    }
  }

  /** The path that {@code names} lead along, each taken literally. */
  public static MemberPath to(String... names) {
    return new MemberPath(List.of(names));
  }

  /**
   * Reads what {@link #toString} writes, and the same without quotes where none are needed.
   *
   * @throws IllegalArgumentException if it is no such text; the message says what to write
   */
  public static MemberPath of(String text) {
    return text.isEmpty() ? WHOLE : new MemberPath(new PathText(text).names());
  }

  /** Whether it leads nowhere further. */
  public boolean isWhole() {
    return names.isEmpty();
  }

  /**
   * This path, which has to lead to a member.
   *
   * @param key the definition's, for the message
   * @throws IllegalArgumentException if it is the whole
   */
  MemberPath toMember(String key) {
    if (isWhole()) {
      throw new IllegalArgumentException(key + " empty; name a member");
    }
    return this;
  }

  /** Whether {@code other} lies at its end or behind it. */
  public boolean leadsTo(MemberPath other) {
    return names.size() <= other.names.size() && names.equals(other.names.subList(0, names.size()));
  }

  /** The path one member on. */
  public MemberPath and(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new MemberPath(longer);
  }

  /** The same path with the names from {@code index} on taken for one name that has dots. */
  public MemberPath joinedFrom(int index) {
    List<String> joined = new ArrayList<>(names.subList(0, index));
    joined.add(String.join(".", names.subList(index, names.size())));
    return new MemberPath(joined);
  }

  /** How a definition writes it as a list. */
  public String listed() {
    return names.stream().map(JsonText::quote).collect(Collectors.joining(", ", "[", "]"));
  }

  /** How a definition writes it as text. */
  @Override
  public String toString() {
    return names.stream()
        .map(name -> PathText.isPlain(name) ? name : JsonText.quote(name))
        .collect(Collectors.joining("."));
  }
}
