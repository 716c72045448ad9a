package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How resources are named: {@code deals}, {@code deals,contacts}, {@code deal_*}. */
final class ResourceWords {
  private ResourceWords() {}

  /** Whether {@code word} is a name, and neither a list nor a pattern. */
  static boolean isOne(String word) {
    return word.indexOf(',') < 0 && word.indexOf('*') < 0;
  }

  /**
   * The names that {@code words} mean, each once, in their order. A name that is not known is left
   * to whoever looks it up.
   *
   * @param known of which a pattern chooses
   * @throws UsageException if a pattern chooses none; the message lists those that there are
   */
  static List<String> names(List<String> words, Collection<String> known) {
    Set<String> names = new LinkedHashSet<>();
    for (String word : words) {
      for (String one : word.split(",", -1)) {
        if (isOne(one)) {
          names.add(one);
        } else {
          names.addAll(chosen(one, known));
        }
      }
    }
    return List.copyOf(names);
  }

  /**
   * {@code names} without those that {@code words} mean.
   *
   * @throws UsageException if a word means none of {@code known}, or nothing is left
   */
  static List<String> without(List<String> names, List<String> words, Collection<String> known) {
    List<String> excluded = names(words, known);
    for (String one : excluded) {
      if (!known.contains(one)) {
        throw new UsageException(
            "--exclude: there is no resource \""
                + one
                + "\"; there is "
                + String.join(", ", known));
      }
    }
    List<String> left = names.stream().filter(name -> !excluded.contains(name)).toList();
    if (left.isEmpty()) {
      throw new UsageException("--exclude leaves out every resource");
    }
    return left;
  }

  private static List<String> chosen(String pattern, Collection<String> known) {
    Pattern shape =
        Pattern.compile("\\Q" + pattern.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    List<String> chosen = known.stream().filter(name -> shape.matcher(name).matches()).toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "no resource is named like " + pattern + "; there is " + String.join(", ", known));
    }
    return chosen;
  }
}
