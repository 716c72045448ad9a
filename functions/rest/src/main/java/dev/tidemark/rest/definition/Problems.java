package dev.tidemark.rest.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with one file, collected while it is bound, to be reported at once. */
final class Problems {
  /** No more are reported: a file with so many is no definition. */
  private static final int MOST = 20;

  private final List<DefinitionException> found = new ArrayList<>();

  /** What {@code binding} gives; null, and one problem more, where it is refused. */
  @Nullable Object guard(Supplier<@Nullable Object> binding) {
    try {
      return binding.get();
    } catch (DefinitionException e) {
      found.add(e);
      return null;
    }
  }

  int count() {
    return found.size();
  }

  /**
   * Refuses the file if anything was found. Unknown keys go first: a slip there makes other things
   * look missing.
   */
  void refuse() {
    if (found.isEmpty()) {
      return;
    }
    // The defaults are bound once for each resource, and are wrong once.
    Set<String> reported = new HashSet<>();
    List<DefinitionException> all =
        found.stream()
            .sorted(
                Comparator.comparing((DefinitionException one) -> !one.isUnknownKey())
                    .thenComparingInt(DefinitionException::line))
            .filter(one -> reported.add(one.where()))
            .toList();
    if (all.size() == 1) {
      throw all.getFirst();
    }
    String lines =
        all.stream().limit(MOST).map(Throwable::getMessage).collect(Collectors.joining("\n"));
    int more = all.size() - MOST;
    throw new DefinitionException(more > 0 ? lines + "\nand " + more + " more" : lines);
  }
}
