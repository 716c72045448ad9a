package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.testkit.memory.LandedLine;
import java.nio.charset.StandardCharsets;

/** Reads a line of the collection back. */
final class Recall {
  private Recall() {}

  static PublishedLine of(byte[] line) {
    LandedLine landed = LandedLine.parse(new String(line, StandardCharsets.UTF_8), 0);
    String version = landed.version();
    return new PublishedLine(
        landed.id(),
        landed.id(),
        null,
        version,
        landed.rank(),
        landed.generation(),
        landed.fetchedAt(),
        landed.run(),
        landed.batch(),
        landed.op().equals("delete"),
        ("{\"id\":" + landed.id() + "}").getBytes(StandardCharsets.UTF_8));
  }
}
