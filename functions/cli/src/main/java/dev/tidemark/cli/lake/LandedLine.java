package dev.tidemark.cli.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
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
  public static LandedLine of(String text) throws IOException {
    int at = text.lastIndexOf(MEMBER);
    if (at < 0) {
      throw new IOException("a line without _tidemark");
    }
    String meta = text.substring(at + MEMBER.length() - 1, text.length() - 1);
    return new LandedLine(text.substring(0, at) + "}", JSON.readTree(meta));
  }

  /** The lines of {@code object}. */
  static List<LandedLine> read(Path object) throws IOException {
    List<LandedLine> lines = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(object))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.endsWith("\n")) {
        throw new IOException(object + " ends in the middle of a line");
      }
      for (String line : text.lines().toList()) {
        lines.add(of(line));
      }
    }
    return lines;
  }

  /**
   * By what {@code resource} knows the record: its id as JSON text, of one that is given twice the
   * last; for a child behind that of its parent, or that alone where a parent has only one.
   */
  public String identity(Resource resource) throws IOException {
    JsonNode parent = meta.get("parent");
    if (parent == null) {
      return id(resource);
    }
    return resource.one() ? parent.toString() : parent + "/" + id(resource);
  }

  private String id(Resource resource) throws IOException {
    return id(JSON.readTree(record), resource);
  }

  /** The id of a record of {@code resource}, as JSON text. */
  public static String id(JsonNode record, Resource resource) {
    return resource
        .id()
        .json(resource.id().members().stream().map(path -> at(record, path)).toList());
  }

  private static String at(JsonNode record, MemberPath path) {
    JsonNode at = record;
    for (String member : path.names()) {
      at = at.path(member);
    }
    return at.toString();
  }

  /** Whether it says that the record is gone. */
  public boolean deleted() {
    return meta.path("op").asText().equals("delete");
  }

  /** Whether this line, which was published later, counts instead of {@code before}. */
  public boolean beats(LandedLine before) {
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
