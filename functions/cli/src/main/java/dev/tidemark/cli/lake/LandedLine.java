package dev.tidemark.cli.lake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.rest.VersionText;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One line of a batch, taken apart.
 *
 * @param record the record as the API gave it
 * @param meta the member {@code _tidemark} that was added
 */
public record LandedLine(String record, JsonNode meta) {
  /** Numbers keep their digits: a version is compared to the last of them. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** What can stand in no string of a record: there a quote is escaped. */
  private static final String MEMBER = "\"_tidemark\":{";

  /** Takes a line apart. */
  public static LandedLine of(String text) throws IOException {
    int at = text.lastIndexOf(MEMBER);
    if (at < 1) {
      throw new IOException("a line without _tidemark");
    }
    String meta = text.substring(at + MEMBER.length() - 1, text.length() - 1);
    // Before the member stands a comma, or the brace of a record without any other.
    int end = at > 1 ? at - 1 : at;
    return new LandedLine(text.substring(0, end) + "}", JSON.readTree(meta));
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

  /**
   * Whether this line of {@code resource}, which comes later among the lines of the manifests,
   * counts instead of {@code before}.
   */
  public boolean beats(LandedLine before, Resource resource) {
    return Order.of(this, resource).compareTo(Order.of(before, resource)) >= 0;
  }

  /** By what the lines of an identity are compared; equal ones stand in their order. */
  private record Order(long generation, long rank, Instant fetchedAt, String runStart, long batch)
      implements Comparable<Order> {
    private static final Comparator<Order> OLDEST_FIRST =
        Comparator.comparingLong(Order::generation)
            .thenComparingLong(Order::rank)
            .thenComparing(Order::fetchedAt)
            .thenComparing(Order::runStart)
            .thenComparingLong(Order::batch);

    static Order of(LandedLine line, Resource resource) {
      JsonNode meta = line.meta();
      JsonNode version = meta.path("version");
      String json = version.isTextual() || version.isNumber() ? version.toString() : null;
      String run = meta.path("run").asText();
      return new Order(
          meta.path("generation").asLong(0),
          new VersionText(resource).rankOf(json),
          Instant.parse(meta.path("fetchedAt").asText()),
          run.substring(0, Math.min(run.length(), "yyyyMMddTHHmmssZ".length())),
          meta.path("batch").asLong());
    }

    @Override
    public int compareTo(Order other) {
      return OLDEST_FIRST.compare(this, other);
    }
  }
}
