package dev.tidemark.rest.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The part of YAML that definitions use: maps with plain keys, lists and scalars, without anchors.
 */
final class Yaml {
  private Yaml() {}

  /** The members of a map in their order; a key that is given twice is refused. */
  static Map<String, NodeTuple> members(Place place, Node node) {
    plain(place, node);
    if (!(node instanceof MappingNode map)) {
      throw place.refuse(node, "is a map; write its members indented below it");
    }
    Map<String, NodeTuple> members = new LinkedHashMap<>();
    for (NodeTuple member : map.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw place.refuse(member.getKeyNode(), "a key must be plain text");
      }
      plain(place, key);
      if (members.put(key.getValue(), member) != null) {
        throw place.member(key.getValue()).refuse(key, "is given twice; keep one");
      }
    }
    return members;
  }

  /** The map of one member that {@code node} stands for. */
  static Node spelledOut(String key, Node node) {
    ScalarNode name = new ScalarNode(Tag.STR, key, ScalarStyle.PLAIN);
    return new MappingNode(
        Tag.MAP,
        true,
        List.of(new NodeTuple(name, node)),
        FlowStyle.FLOW,
        node.getStartMark(),
        node.getEndMark());
  }

  /** Anchors would make a value stand where it is not written. */
  static void plain(Place place, Node node) {
    if (node.getAnchor().isPresent()) {
      throw place.refuse(node, "anchors and aliases are not used here; write the value out");
    }
  }
}
