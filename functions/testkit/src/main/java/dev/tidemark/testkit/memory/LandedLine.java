package dev.tidemark.testkit.memory;

import dev.tidemark.core.source.VersionRank;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the lake, taken apart as a reader does.
 *
 * @param record the record's own bytes, without the member {@code _tidemark}
 * @param id the record's first member {@code id}, as JSON text
 * @param version as JSON text; null where the record has none
 * @param generation by which lines are compared first
 * @param number of the line in its object, from 0
 */
public record LandedLine(
    String record,
    String id,
    String run,
    long batch,
    Instant fetchedAt,
    String op,
    @Nullable String version,
    int generation,
    long number) {
  /** By which a reader chooses among lines of the same id: the last is the newest. */
  public static final Comparator<LandedLine> NEWEST_LAST =
      Comparator.comparingInt(LandedLine::generation)
          .thenComparingLong(LandedLine::rank)
          .thenComparing(LandedLine::fetchedAt)
          .thenComparing(line -> line.run().substring(0, "yyyyMMddTHHmmssZ".length()))
          .thenComparingLong(LandedLine::batch)
          .thenComparingLong(LandedLine::number);

  private static final String MEMBER = "\"_tidemark\":{";
  private static final Pattern TAIL =
      Pattern.compile(
          "\"run\":\"([^\"]+)\",\"batch\":(\\d+),\"fetchedAt\":\"([^\"]+)\","
              + "\"op\":\"(upsert|delete)\",\"version\":(.+?)(?:,\"parent\":(.+?))?"
              + "(?:,\"generation\":(\\d+))?}}");
  private static final Pattern ID = Pattern.compile("\"id\":(\"(?:[^\"\\\\]|\\\\.)*\"|[^,}]+)");

  /** Takes a line apart. */
  public static LandedLine parse(String line, long number) {
    int member = line.lastIndexOf(MEMBER);
    if (member < 0) {
      throw new IllegalArgumentException("no _tidemark: " + line);
    }
    Matcher tail = TAIL.matcher(line.substring(member + MEMBER.length()));
    Matcher id = ID.matcher(line);
    if (!tail.matches() || !id.find()) {
      throw new IllegalArgumentException("not a line of the lake: " + line);
    }
    return new LandedLine(
        line.substring(0, member > 1 ? member - 1 : member) + "}",
        id.group(1),
        tail.group(1),
        Long.parseLong(tail.group(2)),
        Instant.parse(tail.group(3)),
        tail.group(4),
        tail.group(5).equals("null") ? null : tail.group(5),
        tail.group(7) == null ? 0 : Integer.parseInt(tail.group(7)),
        number);
  }

  /** The lines of a stored batch. */
  public static List<LandedLine> parseAll(InputStream gzip) {
    List<String> texts = texts(gzip);
    List<LandedLine> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lines.add(parse(texts.get(i), i));
    }
    return lines;
  }

  /** The lines of a gzip text, as they are. */
  public static List<String> texts(InputStream gzip) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(gzip), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the version: a time where it is a text, else a number. */
  public long rank() {
    String text = version;
    if (text == null) {
      return VersionRank.NONE;
    }
    return text.startsWith("\"")
        ? VersionRank.of(time(text.substring(1, text.length() - 1)))
        : VersionRank.of(new BigDecimal(text));
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
