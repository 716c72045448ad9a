package dev.tidemark.testkit.history;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which changes happen, and which of them an incremental run owes.
 *
 * @param happening what happens at all
 * @param unseen what only a reconcile owes
 */
record Sight(Set<Kind> happening, Set<Kind> unseen) {
  /** Everything happens, and only what has vanished is not seen. */
  static final Sight ALL_BUT_DELETES = of(EnumSet.of(Kind.DELETE));

  /** Everything happens; what does not move a time, or has none, is not seen. */
  static final Sight BY_TIME =
      of(
          EnumSet.of(
              Kind.DELETE,
              Kind.REWRITE,
              Kind.UNDATED,
              Kind.BACK,
              Kind.TIMELESS,
              Kind.RETURN_UNCHANGED,
              Kind.RETURN_BACK));

  /**
   * Everything happens, and every change is shown once: one that goes back behind what the same run
   * has read is not told from a copy that lags.
   */
  static final Sight EACH_CHANGE_ONCE =
      of(EnumSet.of(Kind.DELETE, Kind.CORRECT, Kind.BACK, Kind.TIMELESS, Kind.RETURN_BACK));

  private static Sight of(Set<Kind> unseen) {
    return new Sight(EnumSet.allOf(Kind.class), unseen);
  }

  /** The same where only a reconcile owes {@code kind}, too. */
  Sight notOwing(Kind kind) {
    Set<Kind> more = EnumSet.copyOf(unseen);
    more.add(kind);
    return new Sight(happening, more);
  }

  /** The same where {@code kind} does not happen. */
  Sight without(Kind kind) {
    Set<Kind> fewer = EnumSet.copyOf(happening);
    fewer.remove(kind);
    return new Sight(fewer, unseen);
  }

  /** The same where only {@code kinds} happen. */
  Sight only(Kind first, Kind... others) {
    return new Sight(EnumSet.of(first, others), unseen);
  }
}
