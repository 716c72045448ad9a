package dev.tidemark.cli.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The time of the changes in the story: now, but never the same second twice, since a cursor that
 * stands in a second passes by what still happens in it.
 */
final class DemoClock {
  private final InstantSource clock = InstantSource.system();
  private Instant last = Instant.EPOCH;

  synchronized Instant next() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    last = now.isAfter(last) ? now : last.plusSeconds(1);
    return last;
  }
}
