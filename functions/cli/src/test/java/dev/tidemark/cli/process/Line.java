package dev.tidemark.cli.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * One line of a batch.
 *
 * @param key the object in which it stands
 * @param record the record's own bytes
 * @param id its id as text
 * @param meta the member that was added
 */
public record Line(String key, String record, String id, JsonNode meta) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADDED = "\"_tidemark\":{";

  /** By which the newer of two lines wins, as the contract says; the run's start precedes. */
  static final Comparator<Line> NEWER =
      Comparator.comparingLong(Line::generation)
          .thenComparing(Line::version)
          .thenComparing(Line::fetchedAt)
          .thenComparing(Line::run)
          .thenComparingLong(line -> line.meta().path("batch").asLong());

  static Line of(String key, String text) {
    try {
      int at = text.lastIndexOf(ADDED);
      if (at < 0 || !text.endsWith("}}")) {
        throw new AssertionError("_tidemark is not the last member: " + text);
      }
      // The line as a whole must be a record too; of two members of a name this reader keeps the
      // last.
      JsonNode whole = JSON.readTree(text);
      JsonNode meta = JSON.readTree(text.substring(at + ADDED.length() - 1, text.length() - 1));
      if (!whole.path("_tidemark").equals(meta)) {
        throw new AssertionError("_tidemark is not the last member: " + text);
      }
      int end = at > 1 ? at - 1 : at;
      return new Line(key, text.substring(0, end) + "}", whole.path("id").asText(), meta);
    } catch (IOException e) {
      throw new AssertionError("not a record: " + text, e);
    }
  }

  boolean deleted() {
    return meta.path("op").asText().equals("delete");
  }

  Instant fetchedAt() {
    return Instant.parse(meta.path("fetchedAt").asText());
  }

  String run() {
    return meta.path("run").asText();
  }

  private long generation() {
    return meta.path("generation").asLong(0);
  }

  private Instant version() {
    JsonNode version = meta.path("version");
    if (version.isNull()) {
      return Instant.MIN;
    }
    // A reader of its own for what vendors write: a blank, an offset without a colon, a date alone.
    String text = version.asText().replace(' ', 'T').replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    return OffsetDateTime.parse(text.contains("T") ? text : text + "T00:00:00Z").toInstant();
  }
}
