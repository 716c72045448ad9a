package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RawRecord;
import dev.tidemark.testkit.memory.LandedLine;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line of the collection back. */
final class Recall {
  private static final Pattern PARENT =
      Pattern.compile(",\"parent\":([^,}]+)(?:,\"generation\":\\d+)?}}$");

  private Recall() {}

  static PublishedLine of(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    LandedLine landed = LandedLine.parse(text, 0);
    Matcher parent = PARENT.matcher(text);
    String version = landed.version();
    return new PublishedLine(
        landed.id(),
        landed.id(),
        parent.find() ? parent.group(1) : null,
        version,
        landed.rank(),
        landed.generation(),
        landed.fetchedAt(),
        landed.run(),
        landed.batch(),
        landed.op().equals("delete"),
        ("{\"id\":" + landed.id() + "}").getBytes(StandardCharsets.UTF_8),
        other -> isIn(landed.record(), other));
  }

  /** A record that is asked for alone shows one member more, at its end. */
  private static boolean isIn(String listed, RawRecord other) {
    String alone =
        new String(other.bytes(), other.offset(), other.length(), StandardCharsets.UTF_8);
    return alone.equals(listed)
        || alone.startsWith(listed.substring(0, listed.length() - 1) + Row.DETAIL);
  }
}
