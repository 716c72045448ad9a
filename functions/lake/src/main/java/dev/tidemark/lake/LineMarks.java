package dev.tidemark.lake;

import dev.tidemark.core.lake.Batch.RequestRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of a state that differ from another, a bit for each line of an object and kind. */
final class LineMarks {
  private final ExactState state;
  private final List<Map<Difference, BitSet>> marks = new ArrayList<>();

  LineMarks(ExactState state) {
    this.state = state;
    for (int object = 0; object < state.objects(); object++) {
      marks.add(new EnumMap<>(Difference.class));
    }
  }

  /** Marks the line of {@code entry}; null is no difference. */
  void mark(StateEntry entry, @Nullable Difference kind) {
    if (kind != null) {
      marks.get(entry.object()).computeIfAbsent(kind, _ -> new BitSet()).set(entry.line());
    }
  }

  long count(Difference kind) {
    return marks.stream()
        .map(object -> object.get(kind))
        .mapToLong(lines -> lines == null ? 0 : lines.cardinality())
        .sum();
  }

  void show(StateComparison.Each each, boolean inApi) throws IOException {
    for (int number = 0; number < marks.size(); number++) {
      Map<Difference, BitSet> marked = marks.get(number);
      if (!marked.isEmpty()) {
        show(number, marked, each, inApi);
      }
    }
  }

  private void show(
      int number, Map<Difference, BitSet> marked, StateComparison.Each each, boolean inApi)
      throws IOException {
    RequestRange requests = state.requests(number);
    try (ObjectLines from = state.open(number)) {
      int line = 0;
      for (byte[] bytes = from.next(); bytes != null; bytes = from.next()) {
        for (Map.Entry<Difference, BitSet> kind : marked.entrySet()) {
          if (kind.getValue().get(line)) {
            each.take(new Differing(kind.getKey(), inApi, bytes, state.key(number), requests));
          }
        }
        line++;
      }
    }
  }
}
