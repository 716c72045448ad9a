package dev.tidemark.testkit.history;

import dev.tidemark.testkit.history.Beat.Change;
import dev.tidemark.testkit.history.Beat.Fate;
import dev.tidemark.testkit.history.Beat.Leg;
import dev.tidemark.testkit.history.Beat.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All plots of some legs and of a number of changes: every order of the legs, every sequence of
 * changes that can happen to the records, and every way of placing it among the legs.
 */
final class Plots {
  private final Set<List<Beat>> all = new LinkedHashSet<>();
  private final int changes;

  private Plots(int changes) {
    this.changes = changes;
  }

  /**
   * The plots.
   *
   * @param fates of the records when they begin
   */
  static List<List<Beat>> of(Map<Long, Fate> fates, int changes, List<Part> legs) {
    Plots plots = new Plots(changes);
    plots.extend(List.of(), legs, new TreeMap<>(fates));
    return List.copyOf(plots.all);
  }

  private void extend(List<Beat> so, List<Part> legs, Map<Long, Fate> fates) {
    long changed = so.stream().filter(Change.class::isInstance).count();
    if (legs.isEmpty() && changed == changes) {
      all.add(so);
    }
    Set<Part> parts = EnumSet.noneOf(Part.class);
    parts.addAll(legs);
    for (Part part : parts) {
      List<Part> left = new ArrayList<>(legs);
      left.remove(part);
      extend(with(so, new Leg(part)), left, fates);
    }
    if (changed < changes) {
      fates.forEach((id, fate) -> {
        for (Kind kind : fate.possible()) {
          Map<Long, Fate> next = new TreeMap<>(fates);
          next.put(id, Fate.after(kind));
          extend(with(so, new Change(id, kind)), legs, next);
        }
      });
    }
  }

  private static List<Beat> with(List<Beat> so, Beat beat) {
    List<Beat> longer = new ArrayList<>(so);
    longer.add(beat);
    return List.copyOf(longer);
  }
}
