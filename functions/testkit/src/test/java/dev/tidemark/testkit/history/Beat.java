package dev.tidemark.testkit.history;

import java.util.EnumSet;
import java.util.Set;

/** One thing that happens in a plot. */
sealed interface Beat {
  /** A leg of a run. */
  record Leg(Part part) implements Beat {}

  /** A record changes. */
  record Change(long id, Kind kind) implements Beat {}

  /** Whose leg it is. */
  enum Part {
    /** The resource's own incremental. */
    OWN,
    /** A backfill between two bounds. */
    RANGE,
    /** A walk over everything; where it has two legs, the first reads one page. */
    RECONCILE
  }

  /** Whether a record is there, and so what can happen to it. */
  enum Fate {
    NEVER,
    THERE,
    GONE;

    Set<Kind> possible() {
      return switch (this) {
        case NEVER -> EnumSet.of(Kind.INSERT);
        case THERE -> EnumSet.of(Kind.EDIT, Kind.REWRITE, Kind.DELETE);
        case GONE -> EnumSet.of(Kind.RETURN, Kind.RETURN_UNCHANGED);
      };
    }

    static Fate after(Kind kind) {
      return kind == Kind.DELETE ? GONE : THERE;
    }
  }
}
