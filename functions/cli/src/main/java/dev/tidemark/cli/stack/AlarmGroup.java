package dev.tidemark.cli.stack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions that one alarm watches: ten of a source at most, since CloudWatch takes no more.
 *
 * @param name what the alarm's id ends with; empty for the first
 * @param condition whether the alarm is created; null for always
 */
record AlarmGroup(String name, @Nullable String condition, List<FunctionBlock> blocks) {
  static final int MOST = 10;

  AlarmGroup {
    blocks = List.copyOf(blocks);
  }

  /** The first ten of each source share an alarm, since a stack is of one source; others follow. */
  static List<AlarmGroup> of(List<StackSource> sources) {
    List<FunctionBlock> shared = new ArrayList<>();
    List<AlarmGroup> more = new ArrayList<>();
    for (StackSource source : sources) {
      List<FunctionBlock> plain = source.plain();
      // Those that may not be created never fill an alarm: one without a function is refused.
      int first = Math.min(plain.size(), MOST - source.named().size());
      shared.addAll(plain.subList(0, first));
      shared.addAll(source.named());
      for (int from = first; from < plain.size(); from += MOST) {
        String number = String.valueOf((from - first) / MOST + 2);
        more.add(
            new AlarmGroup(
                source.condition() == null ? number : source.prefix() + number,
                source.condition(),
                plain.subList(from, Math.min(plain.size(), from + MOST))));
      }
    }
    List<AlarmGroup> groups = new ArrayList<>();
    groups.add(new AlarmGroup("", null, shared));
    groups.addAll(more);
    return groups;
  }
}
