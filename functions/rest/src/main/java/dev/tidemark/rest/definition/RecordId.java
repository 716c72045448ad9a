package dev.tidemark.rest.definition;

import dev.tidemark.core.lake.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members that tell a record from all others: one, or several that only together do. As JSON
 * the identity of a record is the value of the one, or the array of all values in their order.
 *
 * @param members each a path in the record; none leads to or through another
 */
public record RecordId(List<MemberPath> members) {
  /** A string or a number in an array of such. */
  private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\[\\],\"]++");

  public RecordId {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("id: none; name one member or several");
    }
    for (int i = 0; i < members.size(); i++) {
      MemberPath one = members.get(i).toMember("id:");
      for (MemberPath other : members.subList(i + 1, members.size())) {
        if (one.leadsTo(other) || other.leadsTo(one)) {
          throw new IllegalArgumentException(
              "id: " + one + " and " + other + " are no two members; name each one once");
        }
      }
    }
  }

  /** The one that {@code members} are, each as a definition writes a path. */
  public static RecordId of(String... members) {
    return new RecordId(Stream.of(members).map(MemberPath::of).toList());
  }

  /** Whether it takes several members. */
  public boolean isComposite() {
    return members.size() > 1;
  }

  /**
   * The identity as JSON.
   *
   * @param values the members' values as JSON, in their order
   */
  public String json(List<String> values) {
    return isComposite() ? "[" + String.join(",", values) + "]" : values.getFirst();
  }

  /** The values that {@link #json} was made of. */
  public List<String> values(String json) {
    return isComposite()
        ? VALUE.matcher(json).results().map(MatchResult::group).toList()
        : List.of(json);
  }

  /**
   * A record that has nothing but its id.
   *
   * @param values as those of {@link #json}
   */
  public String record(List<String> values) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      put(record, members.get(i).names(), values.get(i));
    }
    return text(record);
  }

  @SuppressWarnings("unchecked") // No path leads through another, so that maps stand on every way.
  private static void put(Map<String, Object> record, List<String> names, String value) {
    Map<String, Object> at = record;
    for (String name : names.subList(0, names.size() - 1)) {
      at = (Map<String, Object>) at.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }
    at.put(names.getLast(), value);
  }

  private static String text(Map<?, ?> record) {
    List<String> members = new ArrayList<>();
    record.forEach((name, value) ->
        members.add(
            JsonText.quote(String.valueOf(name))
                + ":"
                + (value instanceof Map<?, ?> below ? text(below) : value)));
    return "{" + String.join(",", members) + "}";
  }

  /** What messages call it. */
  @Override
  public String toString() {
    return members.stream().map(MemberPath::toString).collect(Collectors.joining(" and "));
  }
}
