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
      of(EnumSet.of(Kind.DELETE, Kind.REWRITE, Kind.UNDATED, Kind.RETURN_UNCHANGED));

  private static Sight of(Set<Kind> unseen) {
    return new Sight(EnumSet.allOf(Kind.class), unseen);
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
