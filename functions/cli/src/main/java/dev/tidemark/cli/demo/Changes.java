package dev.tidemark.cli.demo;

import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.lev.Lev;
import java.time.Instant;
import java.util.List;

/** What happens to the simulated accounts between two runs. */
final class Changes {
  private static final int EDITS = 25;
  private static final int INSERTS = 10;

  private Changes() {}

  static void make(Simulator simulator) {
    List<String> resources =
        switch (simulator) {
          case Lev _ -> List.of("deals", "contacts");
          case AskElephant _ -> List.of("contacts", "engagements");
          default -> List.of();
        };
    for (String resource : resources) {
      Collection collection = simulator.collection(resource);
      List<String> ids = collection.ids();
      Instant now = Instant.parse("2026-06-02T00:00:00Z");
      for (int i = 0; i < Math.min(EDITS, ids.size()); i++) {
        collection.edit(ids.get(i * ids.size() / EDITS), now.plusSeconds(i));
      }
      for (int i = 0; i < INSERTS; i++) {
        collection.insert(now.plusSeconds(EDITS + i));
      }
    }
    if (simulator instanceof Lev lev) {
      lev.archive(lev.collection("deals").ids().getFirst(), Instant.parse("2026-06-02T01:00:00Z"));
    }
  }
}
