package dev.tidemark.testkit.history;

import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiIncident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** How often a history's API changes under a walk and goes wrong. */
record Troubles(int changing, int failing) {
  /** A list that grew for ever faster than it is read would have no end. */
  private static final int CALLS = 150;

  static Troubles draw(Random random) {
    return new Troubles(random.nextInt(50), random.nextInt(20));
  }

  ApiIncident incident(Random random, Collected collected, boolean losesCursors) {
    List<ApiFault> faults =
        new ArrayList<>(
            List.of(
                new ApiFault.Throttled(Duration.ofSeconds(20)),
                new ApiFault.Throttled(Duration.ofMinutes(4)),
                new ApiFault.Unavailable(),
                new ApiFault.Truncated(1),
                new ApiFault.Truncated(3)));
    if (losesCursors) {
      faults.add(new ApiFault.CursorRejected());
    }
    return ApiIncident.changing(random, changing, List.of(collected::change))
        .and(ApiIncident.failing(random, failing, faults))
        .upTo(CALLS);
  }
}
