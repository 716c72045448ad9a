package dev.tidemark.core.state;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States to decide on. */
final class Given {
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final RunId RUN = new RunId("20260101T000000Z-0123456789");

  private static final LandedForm FORM = new LandedForm(1, "");

  private Given() {}

  static Progress progress() {
    return Progress.begin(
        new Run(
            RUN,
            Mode.BACKFILL,
            NOW,
            FORM,
            new RunScope(null, null, null, List.of()),
            Lineage.NONE,
            0,
            List.of()),
        Walk.begin("query", null, null));
  }

  static Seal seal() {
    Walk walk = Walk.begin("query", null, null).end(null);
    return new Seal(progress().at(walk), NOW, checkpoint());
  }

  static Checkpoint checkpoint() {
    return new Checkpoint(
        RUN, null, new Bookmark("bookmark", "query", null), NOW, NOW, FORM, false);
  }

  static Failure failure() {
    return new Failure("it broke", null, NOW);
  }

  static ResourceState in(Phase phase) {
    return state(phase, null, 0);
  }

  static ResourceState leased(Phase phase, Instant until) {
    return state(phase, new Lease("other", until), 0);
  }

  static ResourceState state(Phase phase, @Nullable Lease lease, int claims) {
    return new ResourceState(3, 7, "other", lease, claims, phase, checkpoint());
  }
}
