package dev.tidemark.rest.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Binds YAML to the records of the vocabulary, by their components. What is refused leaves null
 * behind and is reported with all other problems at the end.
 */
final class Binder {
  private final Place root;
  private final Problems problems = new Problems();

  Binder(FileText file) {
    root = new Place(file, "");
  }

  <T> T bind(Node node, Class<T> type) {
    Object bound = problems.guard(() -> value(root, node, type));
    problems.refuse();
    return Objects.requireNonNull(type.cast(bound), "nothing was bound and nothing refused");
  }

  private @Nullable Object value(Place place, Node node, Type type) {
    Yaml.plain(place, node);
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? map(place, node, generic.getActualTypeArguments()[1])
          : list(place, node, generic.getActualTypeArguments()[0]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == JsonNode.class) {
      return YamlJson.of(place, node);
    }
    if (plain == MemberPath.class) {
      return Paths.path(place, node);
    }
    if (plain == RecordId.class) {
      return Paths.id(place, node);
    }
    if (plain == ColumnType.class) {
      return ScalarBinder.of(place, node, plain);
    }
    if (plain.isRecord()) {
      String shorthand = Vocabulary.shorthand(plain);
      Node whole = shorthand == null ? node : Paths.spelledOut(plain, shorthand, node);
      return record(place, whole, plain, "");
    }
    return plain.isSealed() ? choice(place, node, plain) : ScalarBinder.of(place, node, plain);
  }

  private Map<String, Object> map(Place place, Node node, Type type) {
    Map<String, Object> bound = new LinkedHashMap<>();
    Yaml.members(place, node)
        .forEach((key, member) -> {
          Node given = member.getValueNode();
          Object one = problems.guard(() -> value(place.member(key), given, type));
          if (one != null) {
            bound.put(key, one);
          }
        });
    return java.util.Collections.unmodifiableMap(bound);
  }

  private List<Object> list(Place place, Node node, Type type) {
    if (!(node instanceof SequenceNode sequence)) {
      throw place.refuse(node, "is a list; write it as [a, b]");
    }
    List<Object> bound = new ArrayList<>();
    int index = 0;
    for (Node item : sequence.getValue()) {
      Place at = place.item(index++);
      Object one = problems.guard(() -> value(at, item, type));
      if (one != null) {
        bound.add(one);
      }
    }
    return List.copyOf(bound);
  }

  /** A sealed interface: {@code kind} says which of its records. */
  private @Nullable Object choice(Place place, Node node, Class<?> type) {
    NodeTuple kind = Yaml.members(place, node).get(Vocabulary.KIND);
    String word = kind == null ? null : Defaults.text(kind.getValueNode());
    for (Class<?> option : type.getPermittedSubclasses()) {
      if (Names.kebab(option.getSimpleName()).equals(word)) {
        return record(place, node, option, Vocabulary.KIND);
      }
    }
    String known = String.join(", ", Vocabulary.words(type));
    throw word == null
        ? place.refuse(node, "needs a kind: one of " + known)
        : place.member(Vocabulary.KIND).refuse(node, "\"" + word + "\" is none of " + known);
  }

  private @Nullable Object record(Place place, Node node, Class<?> type, String ignored) {
    Map<String, NodeTuple> members = Yaml.members(place, node);
    members.remove(ignored);
    List<RecordComponent> components = Vocabulary.keys(type);
    int before = problems.count();
    Set<String> meant = unknown(place, members, components);
    Map<String, @Nullable Object> values = new HashMap<>();
    for (RecordComponent component : components) {
      String key = Vocabulary.key(component);
      if (members.containsKey(key) || !meant.contains(key)) {
        values.put(key, problems.guard(() -> component(place, node, component, members)));
      }
    }
    return problems.count() > before ? null : construct(place, node, type, values);
  }

  /** Reports the keys that are not known; what they were meant for is not missing besides. */
  private Set<String> unknown(
      Place place, Map<String, NodeTuple> members, List<RecordComponent> components) {
    List<String> known = components.stream().map(Vocabulary::key).toList();
    Set<String> meant = new HashSet<>();
    members.forEach((key, member) -> {
      if (!known.contains(key)) {
        String nearest = Spelling.nearest(key, known);
        if (nearest != null) {
          meant.add(nearest);
        }
        problems.guard(() -> {
          throw place.member(key).unknown(member.getKeyNode(), known, nearest);
        });
      }
    });
    return meant;
  }

  private @Nullable Object component(
      Place place, Node owner, RecordComponent component, Map<String, NodeTuple> members) {
    NodeTuple member = members.get(Vocabulary.key(component));
    Place at = place.member(Vocabulary.key(component));
    if (member != null) {
      Node given = member.getValueNode();
      return component.isAnnotationPresent(OneOrMany.class) && given instanceof ScalarNode
          ? List.of(ScalarBinder.of(at, given, String.class))
          : value(at, given, component.getGenericType());
    }
    Node fallback = Vocabulary.fallback(component);
    if (fallback != null) {
      return value(at, fallback, component.getGenericType());
    }
    if (Vocabulary.optional(component)) {
      return null;
    }
    throw at.refuse(owner, "is missing; " + Vocabulary.doc(component));
  }

  /** A record and its groups, from what their keys say. */
  private static Object construct(
      Place place, Node node, Class<?> type, Map<String, @Nullable Object> values) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] given = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      given[i] =
          components[i].isAnnotationPresent(Flat.class)
              ? construct(place, node, components[i].getType(), values)
              : values.get(Vocabulary.key(components[i]));
    }
    try {
      Class<?>[] types =
          Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(given);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw place.refuse(node, String.valueOf(refused.getMessage()), refused);
      }
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }
}
