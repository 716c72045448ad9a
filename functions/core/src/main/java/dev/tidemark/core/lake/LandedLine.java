package dev.tidemark.core.lake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the lake, taken apart: the record's own bytes, and what the member {@code _tidemark}
 * says that follows them. That member is found as text: it is the last one, and inside of a JSON
 * string its quotes would be escaped.
 *
 * @param record one JSON object, as the API sent it
 * @param run id of the line's run
 * @param batch sequence of its batch
 * @param fetchedAt when its page was asked for
 * @param deleted whether it says that the record is gone
 * @param version as JSON text; null where the record has none
 * @param parent the parent's id as JSON text; null for a record that has none
 * @param generation by which lines are compared first
 */
public record LandedLine(
    String record,
    String run,
    long batch,
    Instant fetchedAt,
    boolean deleted,
    @Nullable String version,
    @Nullable String parent,
    int generation) {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String MEMBER = "\"_tidemark\":{";
  private static final String PARENT = ",\"parent\":";
  private static final String GENERATION = ",\"generation\":";
  private static final String END = "}}";

  /**
   * Possessive, since a choice that may be taken back costs the stack a frame for each character.
   */
  private static final String SCALAR = "(null|\"(?:[^\"\\\\]++|\\\\.)*+\"|[^\",}]+)";

  private static final Pattern TAIL =
      Pattern.compile(
          "\"run\":\"([^\"]+)\",\"batch\":(\\d+),\"fetchedAt\":\"([^\"]+)\","
              + "\"op\":\"(upsert|delete)\",\"version\":"
              + SCALAR
              + "(?:"
              + PARENT
              + SCALAR
              + ")?(?:"
              + GENERATION
              + "(\\d{1,9}))?}}");

  /** How long the part of a run's id is that says when it began. */
  private static final int RUN_START = "yyyyMMddTHHmmssZ".length();

  /**
   * Takes a line apart.
   *
   * @param line without its end
   * @throws IllegalArgumentException if it is none
   */
  public static LandedLine parse(byte[] line) {
    return parse(new String(line, StandardCharsets.UTF_8));
  }

  /**
   * Takes a line apart.
   *
   * @param line without its end
   * @throws IllegalArgumentException if it is none
   */
  public static LandedLine parse(String line) {
    int member = line.lastIndexOf(MEMBER);
    Matcher tail = TAIL.matcher(member < 1 ? "" : line.substring(member + MEMBER.length()));
    if (!tail.matches()) {
      throw new IllegalArgumentException("not a published line: " + line);
    }
    // Before the member stands a comma, or the brace of a record without any other.
    int end = member > 1 ? member - 1 : member;
    return new LandedLine(
        line.substring(0, end) + "}",
        tail.group(1),
        Long.parseLong(tail.group(2)),
        Instant.parse(tail.group(3)),
        tail.group(4).equals("delete"),
        tail.group(5).equals("null") ? null : tail.group(5),
        tail.group(6),
        tail.group(7) == null ? 0 : Integer.parseInt(tail.group(7)));
  }

  /**
   * The record's own bytes in a line, as the API sent them.
   *
   * @param line without its end
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] record(byte[] line) {
    // A character for each byte, whatever it is: no decoding that could put another in its place.
    return parse(new String(line, StandardCharsets.ISO_8859_1))
        .record()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The line, without its end. */
  public String text() {
    StringBuilder line = new StringBuilder(record);
    line.setLength(record.length() - 1);
    String head = head(run, batch, fetchedAt, deleted);
    line.append(head, isEmpty(record) ? 1 : 0, head.length()).append(version);
    return line.append(tail(parent, generation)).toString();
  }

  /**
   * By what the line is compared with the others of its identity.
   *
   * @param rank of its version
   */
  public Precedence precedence(long rank) {
    return new Precedence(
        generation, rank, fetchedAt, run.substring(0, Math.min(run.length(), RUN_START)), batch);
  }

  /**
   * What follows a record's own members, up to its version; without them the comma at its start is
   * left out.
   */
  static String head(String run, long batch, Instant fetchedAt, boolean deleted) {
    return ","
        + MEMBER
        + "\"run\":\""
        + run
        + "\",\"batch\":"
        + batch
        + ",\"fetchedAt\":\""
        + MILLIS.format(fetchedAt)
        + "\",\"op\":\""
        + (deleted ? "delete" : "upsert")
        + "\",\"version\":";
  }

  /** What follows the version, where there is something. */
  static String tail(@Nullable String parent, int generation) {
    return (parent == null ? "" : PARENT + parent)
        + (generation > 0 ? GENERATION + generation : "")
        + END;
  }

  private static boolean isEmpty(String record) {
    return record.substring(1, record.length() - 1).isBlank();
  }
}
