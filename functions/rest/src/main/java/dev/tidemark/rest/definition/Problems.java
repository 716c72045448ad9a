package dev.tidemark.rest.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    List<Refusal> all =
        found.stream()
            .flatMap(one -> one.refusals().stream())
            .sorted(
                Comparator.comparing((Refusal one) -> !one.unknownKey())
                    .thenComparingInt(Refusal::line))
            .filter(one -> reported.add(one.where()))
            .toList();
    if (all.size() == 1) {
      throw new DefinitionException(all.getFirst(), found.getFirst().getCause());
    }
    int more = all.size() - MOST;
    throw new DefinitionException(
        Stream.concat(
                all.stream().limit(MOST),
                more > 0 ? Stream.of(Refusal.of("and " + more + " more")) : Stream.empty())
            .toList());
  }
}
