package dev.tidemark.memory;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import dev.tidemark.core.watermark.VersionRank;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of records that have a member {@code id}, whatever their parent is, and a version
 * that is a time where it is a text and a number where it is none.
 */
public final class RowReading implements LineReading {
  /** It has no state. */
  public static final RowReading ROWS = new RowReading();

  private static final Pattern ID = Pattern.compile("\"id\":(\"(?:[^\"\\\\]|\\\\.)*\"|[^,}]+)");

  private RowReading() {}

  /** The record's first member {@code id}, as JSON text. */
  @Override
  public String identity(LandedLine line) {
    Matcher id = ID.matcher(line.record());
    if (!id.find()) {
      throw new IllegalArgumentException("a record without an id: " + line.record());
    }
    return id.group(1);
  }

  @Override
  public long rank(@Nullable String version) {
    if (version == null) {
      return VersionRank.NONE;
    }
    return version.startsWith("\"")
        ? VersionRank.of(time(version.substring(1, version.length() - 1)))
        : VersionRank.of(new BigDecimal(version));
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
