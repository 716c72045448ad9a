package dev.tidemark.cli.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch, taken apart.
 *
 * @param record the record as the API gave it
 * @param meta the member {@code _tidemark} that was added
 */
public record LandedLine(String record, JsonNode meta) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What can stand in no string of a record: there a quote is escaped. */
  private static final String MEMBER = ",\"_tidemark\":{";

  /** Takes a line apart. */
  static LandedLine of(byte[] line) throws IOException {
    String text = new String(line, StandardCharsets.UTF_8);
    int at = text.lastIndexOf(MEMBER);
    if (at < 0) {
      throw new IOException("a line without _tidemark");
    }
    String meta = text.substring(at + MEMBER.length() - 1, text.length() - 1);
    return new LandedLine(text.substring(0, at) + "}", JSON.readTree(meta));
  }

  /** The id at the top-level member {@code field}, as JSON; of one that is given twice the last. */
  public String id(String field) throws IOException {
    return String.valueOf(JSON.readTree(record).get(field));
  }

  /** Whether it says that the record is gone. */
  public boolean deleted() {
    return meta.path("op").asText().equals("delete");
  }

  /** Whether this line, which was published later, counts instead of {@code before}. */
  boolean beats(@Nullable LandedLine before) {
    if (before == null) {
      return true;
    }
    int byVersion = compare(version(), before.version());
    return byVersion > 0 || (byVersion == 0 && !fetchedAt().isBefore(before.fetchedAt()));
  }

  private static int compare(@Nullable Instant a, @Nullable Instant b) {
    if (a == null) {
      return b == null ? 0 : -1;
    }
    return b == null ? 1 : a.compareTo(b);
  }

  private @Nullable Instant version() {
    JsonNode version = meta.path("version");
    try {
      return version.isTextual()
          ? OffsetDateTime.parse(version.asText()).toInstant()
          : version.isNumber() ? Instant.ofEpochSecond(version.asLong()) : null;
    } catch (java.time.DateTimeException e) {
      // A version that is no time is the lowest of all.
      return null;
    }
  }

  private Instant fetchedAt() {
    return Instant.parse(meta.path("fetchedAt").asText());
  }
}
