package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.BoundForm;
import dev.tidemark.rest.json.Times;
import java.time.Duration;
import java.time.Instant;

/** The times that a bound can say: it may be coarser than what it stands for. */
record BoundGrid(BoundForm form) {
  /** The last of them that is not behind {@code at}: what a lower bound is written as. */
  Instant floor(Instant at) {
    Instant bound =
        Times.instant(Times.format(at, form.format(), form.zone()), form.format(), form.zone());
    return bound == null ? at : bound;
  }

  /** How far apart they are. */
  Duration unit() {
    return form.format().unit();
  }

  /** The first of them that is not before {@code at}: what an upper bound is written as. */
  Instant ceiling(Instant at) {
    Instant floor = floor(at);
    return floor.isBefore(at) ? floor.plus(form.format().unit()) : floor;
  }
}
