package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in an object a member stands.
 *
 * @param names from the outside in; none for the whole
 */
record MemberPlace(List<String> names) {
  static final MemberPlace WHOLE = new MemberPlace(List.of());

  private static final int DEEPEST = 4;
  private static final Pattern PLAIN =
      Pattern.compile("(?!null|true|false)[A-Za-z_][A-Za-z0-9_-]*");
  private static final Pattern UNSHOWN = Pattern.compile("[^\\x20-\\x7e]+");

  MemberPlace {
    names = List.copyOf(names);
  }

  /** The member called {@code name} of what stands here. */
  MemberPlace below(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new MemberPlace(longer);
  }

  /** The last name; empty for the whole. */
  String last() {
    return names.isEmpty() ? "" : names.getLast();
  }

  /** What stands here in {@code node}; null where nothing does. */
  @Nullable JsonNode in(JsonNode node) {
    JsonNode at = node;
    for (String name : names) {
      at = at.path(name);
    }
    return at.isMissingNode() ? null : at;
  }

  /** Shows each member of the objects in {@code node}, outer ones first; arrays are not entered. */
  static void each(JsonNode node, BiConsumer<MemberPlace, JsonNode> seen) {
    each(WHOLE, node, DEEPEST, seen);
  }

  private static void each(
      MemberPlace place, JsonNode node, int deep, BiConsumer<MemberPlace, JsonNode> seen) {
    if (!node.isObject() || deep == 0) {
      return;
    }
    node.properties()
        .forEach(member -> seen.accept(place.below(member.getKey()), member.getValue()));
    node.properties()
        .forEach(member -> each(place.below(member.getKey()), member.getValue(), deep - 1, seen));
  }

  /** As a definition writes it. */
  String yaml() {
    if (names.stream().allMatch(name -> PLAIN.matcher(name).matches())) {
      return names.isEmpty() ? "\"\"" : String.join(".", names);
    }
    return names.stream().map(MemberPlace::quoted).toList().toString();
  }

  /** A text as YAML and JSON both write it. */
  static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  /** For a comment, in which a name may not end the line. */
  static String shown(String text) {
    String clean = UNSHOWN.matcher(text).replaceAll("?");
    return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
  }

  @Override
  public String toString() {
    return names.isEmpty() ? "the body itself" : shown(String.join(".", names));
  }
}
