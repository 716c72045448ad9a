package dev.tidemark.cli.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template as far as it is the same for all sources, with marked places. A line {@code #@ name}
 * is replaced by a text, {@code @{name}} by a word; {@code #@ if name} to {@code #@ end} stays or
 * goes; {@code #@ ten} to {@code #@ end} is there once for each ten functions, and within it {@code
 * #@ metrics STATISTIC METRIC} stands for their lines.
 */
final class Skeleton {
  private static final String RESOURCE = "/dev/tidemark/cli/stack/template.yaml";
  private static final Pattern PART =
      Pattern.compile("(?ms)^#@ (?:if (\\w+)|(ten))\n(.*?)^#@ end\n");
  private static final Pattern LINE = Pattern.compile("(?m)^#@ (\\w+)\n");
  private static final Pattern WORD = Pattern.compile("@\\{(\\w+)}");
  private static final Pattern ID = Pattern.compile("(?m)^  ([A-Za-z0-9]+)(?:@\\{group})?:");

  private final String text;

  private Skeleton(String text) {
    this.text = text;
  }

  static Skeleton read() {
    try (InputStream in = Skeleton.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE);
      }
      return new Skeleton(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + RESOURCE, e);
    }
  }

  /** The ids that it uses itself. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    ID.matcher(text).results().forEach(one -> ids.add(one.group(1)));
    return ids;
  }

  /** The texts of the parts that are there once for each ten functions. */
  List<String> alarms() {
    return PART.matcher(text)
        .results()
        .filter(part -> part.group(2) != null)
        .map(part -> part.group(3))
        .toList();
  }

  /**
   * @param parts which of the parts stay
   * @param places the texts and words, by name; each that is marked has to be there
   */
  String filled(Set<String> parts, Map<String, String> places, List<AlarmGroup> groups) {
    String chosen =
        PART.matcher(text)
            .replaceAll(part ->
                Matcher.quoteReplacement(
                    part.group(2) != null
                        ? alarms(part.group(3), groups)
                        : parts.contains(part.group(1)) ? part.group(3) : ""));
    String lines =
        LINE.matcher(chosen)
            .replaceAll(one -> Matcher.quoteReplacement(place(places, one.group(1))));
    return WORD.matcher(lines)
        .replaceAll(one -> Matcher.quoteReplacement(place(places, one.group(1))));
  }

  private static String alarms(String part, List<AlarmGroup> groups) {
    FunctionAlarm alarm = FunctionAlarm.of(part);
    StringBuilder all = new StringBuilder();
    for (AlarmGroup group : groups) {
      String condition =
          group.condition() == null ? "" : "    Condition: " + group.condition() + "\n";
      all.append(
          FunctionAlarm.METRICS
              .matcher(part)
              .replaceAll(_ -> Matcher.quoteReplacement(alarm.lines(group)))
              .replace("@{group}", group.name())
              .replace("#@ condition\n", condition));
    }
    return all.toString();
  }

  private static String place(Map<String, String> places, String name) {
    String text = places.get(name);
    if (text == null) {
      throw new IllegalStateException("nothing is written at the place " + name);
    }
    return text;
  }
}
