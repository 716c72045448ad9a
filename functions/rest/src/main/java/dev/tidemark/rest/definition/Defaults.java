package dev.tidemark.rest.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Lays {@code defaults} under every resource, member by member, before anything is bound. A member
 * that a resource gives replaces the default's whole, but for the parameters, which add up.
 */
final class Defaults {
  static final String KEY = "defaults";
  private static final String RESOURCES = "resources";
  private static final String PARAMETERS = "parameters";

  private Defaults() {}

  static Node merge(FileText file, Node root) {
    Place place = new Place(file, "");
    if (!(root instanceof MappingNode top)) {
      return root;
    }
    Map<String, NodeTuple> members = Yaml.members(place, top);
    NodeTuple defaults = members.remove(KEY);
    NodeTuple resources = members.get(RESOURCES);
    if (defaults == null
        || resources == null
        || !(resources.getValueNode() instanceof MappingNode all)) {
      return root;
    }
    if (!(defaults.getValueNode() instanceof MappingNode under)) {
      throw place.member(KEY).refuse(defaults.getValueNode(), "is a map of members of a resource");
    }
    List<NodeTuple> laid = new ArrayList<>();
    for (NodeTuple resource : all.getValue()) {
      laid.add(
          resource.getValueNode() instanceof MappingNode over
              ? new NodeTuple(resource.getKeyNode(), lay(place, under, over))
              : resource);
    }
    members.put(RESOURCES, new NodeTuple(resources.getKeyNode(), like(all, laid)));
    return like(top, new ArrayList<>(members.values()));
  }

  private static Node lay(Place place, MappingNode under, MappingNode over) {
    Map<String, NodeTuple> members = new LinkedHashMap<>(Yaml.members(place.member(KEY), under));
    Yaml.members(place.member(RESOURCES), over)
        .forEach((key, member) -> members.merge(key, member, (a, b) -> overlay(place, key, a, b)));
    return like(over, new ArrayList<>(members.values()));
  }

  private static NodeTuple overlay(Place place, String key, NodeTuple under, NodeTuple over) {
    if (key.equals(PARAMETERS)
        && under.getValueNode() instanceof MappingNode a
        && over.getValueNode() instanceof MappingNode b) {
      return new NodeTuple(over.getKeyNode(), lay(place, a, b));
    }
    return over;
  }

  private static Node like(MappingNode node, List<NodeTuple> members) {
    return new MappingNode(
        node.getTag(), true, members, node.getFlowStyle(), node.getStartMark(), node.getEndMark());
  }

  /** The text of a scalar; null for anything else. */
  static @Nullable String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }
}
