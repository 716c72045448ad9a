package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.testkit.memory.LandedLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line of the collection back. */
final class Recall {
  private static final Pattern PARENT = Pattern.compile(",\"parent\":([^,}]+)}}$");

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
        version == null
            ? null
            : BigDecimal.valueOf(Instant.parse(version.replace("\"", "")).toEpochMilli()),
        landed.fetchedAt(),
        landed.run(),
        landed.batch(),
        landed.op().equals("delete"),
        ("{\"id\":" + landed.id() + "}").getBytes(StandardCharsets.UTF_8));
  }
}
