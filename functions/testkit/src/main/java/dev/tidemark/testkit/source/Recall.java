package dev.tidemark.testkit.source;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.memory.RowReading;
import java.nio.charset.StandardCharsets;

/** Reads a line of the collection back. */
final class Recall {
  private Recall() {}

  static PublishedLine of(byte[] line) {
    LandedLine landed = LandedLine.parse(line);
    String id = RowReading.ROWS.identity(landed);
    return new PublishedLine(
        id,
        id,
        landed,
        RowReading.ROWS.rank(landed.version()),
        ("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8),
        other -> isIn(landed.record(), other));
  }

  /** A record that is asked for alone shows one member more, at its end. */
  private static boolean isIn(String listed, RawRecord other) {
    String alone = other.slice().text();
    return alone.equals(listed)
        || alone.startsWith(listed.substring(0, listed.length() - 1) + FakeRow.DETAIL);
  }
}
