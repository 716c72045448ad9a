package dev.tidemark.cli.stack;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of one template, each given once. */
final class LogicalIds {
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");

  /** What the transform adds to the id of a function for what it creates beside it. */
  private static final List<String> BESIDE =
      List.of("", "Sync", "Reconcile", "EventInvokeConfig", "Given");

  private final Set<String> taken;

  LogicalIds(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** {@code wanted}, or with a number behind it where that would say two things. */
  String claim(String wanted) {
    for (int number = 1; ; number++) {
      String id = number == 1 ? wanted : wanted + number;
      if (claimed(id).noneMatch(taken::contains)) {
        claimed(id).forEach(taken::add);
        return id;
      }
    }
  }

  private static Stream<String> claimed(String id) {
    return BESIDE.stream().map(id::concat);
  }

  /** {@code deal_notes} as {@code DealNotes}. */
  static String pascal(String name) {
    return Arrays.stream(SEPARATORS.split(name))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }
}
