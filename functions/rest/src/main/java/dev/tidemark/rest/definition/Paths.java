package dev.tidemark.rest.definition;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Paths as YAML: a text, or a list of names that are taken literally. */
final class Paths {
  private Paths() {}

  static MemberPath path(Place place, Node node) {
    Yaml.plain(place, node);
    try {
      return node instanceof SequenceNode names
          ? named(place, names)
          : MemberPath.of(text(place, node));
    } catch (IllegalArgumentException e) {
      throw place.refuse(node, String.valueOf(e.getMessage()), e);
    }
  }

  private static MemberPath named(Place place, SequenceNode node) {
    List<String> names = new ArrayList<>();
    for (Node name : node.getValue()) {
      Place at = place.item(names.size());
      Yaml.plain(at, name);
      names.add(text(at, name));
    }
    return new MemberPath(names).toMember("the list of names is");
  }

  private static String text(Place place, Node node) {
    return (String) ScalarBinder.of(place, node, String.class);
  }

  /** One path, or a list of them: there a list is no list of names. */
  static RecordId id(Place place, Node node) {
    List<MemberPath> members = new ArrayList<>();
    if (node instanceof SequenceNode several) {
      for (Node one : several.getValue()) {
        members.add(path(place.item(members.size()), one));
      }
    } else {
      members.add(path(place, node));
    }
    try {
      return new RecordId(members);
    } catch (IllegalArgumentException e) {
      throw place.refuse(node, String.valueOf(e.getMessage()), e);
    }
  }

  /** What may be written as the text or the path that it comes down to, as the map that it is. */
  static Node spelledOut(Class<?> type, String shorthand, Node node) {
    boolean listed =
        node instanceof SequenceNode && Vocabulary.shortensTo(type) == MemberPath.class;
    return node instanceof ScalarNode || listed ? Yaml.spelledOut(shorthand, node) : node;
  }
}
