package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resources as an operator writes them: {@code deals,contacts} and {@code deal_*}. */
final class ResourcePatterns {
  private ResourcePatterns() {}

  /**
   * The names that {@code words} mean, each once; a word without a star is itself, whether it is
   * known or not.
   *
   * @throws UsageException if a pattern matches none of {@code known}
   */
  static List<String> expand(List<String> words, List<String> known) {
    Set<String> names = new LinkedHashSet<>();
    for (String word : words.stream().flatMap(ResourcePatterns::parts).toList()) {
      if (!word.contains("*")) {
        names.add(word);
        continue;
      }
      List<String> matching = known.stream().filter(matcher(word).asMatchPredicate()).toList();
      if (matching.isEmpty()) {
        throw new UsageException(
            "\"" + word + "\" matches no resource; there is " + String.join(", ", known));
      }
      names.addAll(matching);
    }
    return List.copyOf(names);
  }

  /**
   * The same without what {@code excluded} mean; all of {@code known} where there are no words.
   *
   * @throws UsageException if nothing is left, or what is excluded is not known
   */
  static List<String> expand(List<String> words, List<String> excluded, List<String> known) {
    if (excluded.isEmpty()) {
      return expand(words, known);
    }
    List<String> not = expand(excluded, known);
    for (String name : not) {
      if (!known.contains(name)) {
        throw new UsageException(
            "--exclude "
                + name
                + ": there is no such resource; there is "
                + String.join(", ", known));
      }
    }
    List<String> left =
        (words.isEmpty() ? known : expand(words, known))
            .stream().filter(name -> !not.contains(name)).toList();
    if (left.isEmpty()) {
      throw new UsageException("--exclude leaves no resource");
    }
    return left;
  }

  private static Stream<String> parts(String word) {
    return Stream.of(word.split(",", -1)).filter(part -> !part.isEmpty());
  }

  private static Pattern matcher(String word) {
    return Pattern.compile(
        String.join(".*", Stream.of(word.split("\\*", -1)).map(Pattern::quote).toList()));
  }
}
