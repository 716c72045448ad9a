package dev.tidemark.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.testkit.memory.LandedLine;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a reader makes of the manifests of a resource, written from the contract alone. */
record PublishedState(List<Line> lines) {
  private static final int MOST_SHOWN = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One published line.
   *
   * @param identity the id as JSON text, behind its parent's where there is one
   * @param record the record's own bytes
   */
  record Line(
      String identity,
      String record,
      String run,
      String op,
      long generation,
      BigDecimal version,
      Instant fetchedAt,
      long batch,
      int number) {
    private static final Comparator<Line> OLDEST_FIRST =
        Comparator.comparingLong(Line::generation)
            .thenComparing(Line::version)
            .thenComparing(Line::fetchedAt)
            .thenComparing(line -> line.run.substring(0, "yyyyMMddTHHmmssZ".length()))
            .thenComparingLong(Line::batch)
            .thenComparingInt(Line::number);

    boolean isBareTombstone() {
      return op.equals("delete") && record.indexOf(',') < 0;
    }
  }

  static PublishedState of(Bench bench, String resource) {
    List<Line> lines = new ArrayList<>();
    for (Manifest manifest : bench.lake.published(bench.key(resource)).manifests()) {
      for (Manifest.Entry entry : manifest.objects()) {
        List<String> texts =
            LandedLine.texts(new ByteArrayInputStream(bench.lake.bytes(entry.key())));
        for (int i = 0; i < texts.size(); i++) {
          lines.add(line(texts.get(i), i, resource.equals("deal_financials")));
        }
      }
    }
    return new PublishedState(lines);
  }

  private static Line line(String text, int number, boolean only) {
    try {
      JsonNode json = JSON.readTree(text);
      JsonNode member = json.get("_tidemark");
      JsonNode parent = member.get("parent");
      String id = json.path("id").toString();
      return new Line(
          parent == null ? id : only ? parent.toString() : parent + "/" + id,
          record(text),
          member.get("run").asText(),
          member.get("op").asText(),
          member.path("generation").asLong(0),
          version(member.get("version")),
          Instant.parse(member.get("fetchedAt").asText()),
          member.get("batch").asLong(),
          number);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no line: " + text, e);
    }
  }

  private static String record(String text) {
    int member = text.lastIndexOf("\"_tidemark\":{");
    return text.substring(0, member > 1 ? member - 1 : member) + "}";
  }

  private static BigDecimal version(JsonNode version) {
    if (version.isNull()) {
      return BigDecimal.valueOf(Long.MIN_VALUE);
    }
    if (version.isNumber()) {
      return version.decimalValue();
    }
    Instant at = OffsetDateTime.parse(version.asText()).toInstant();
    return BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano(), 9));
  }

  /** What stands: by identity, the operation and the record's bytes. */
  Map<String, String> standing() {
    Map<String, Line> newest = new TreeMap<>();
    lines.stream().sorted(Line.OLDEST_FIRST).forEach(line -> newest.put(line.identity, line));
    Map<String, String> standing = new TreeMap<>();
    newest.forEach((identity, line) -> {
      if (!line.isBareTombstone()) {
        standing.put(identity, line.op + " " + line.record);
      }
    });
    return standing;
  }

  /** What stands otherwise than {@code expected}, each with the lines that were published of it. */
  List<String> differences(Map<String, String> expected) {
    Map<String, String> standing = standing();
    Set<String> identities = new TreeSet<>(expected.keySet());
    identities.addAll(standing.keySet());
    return identities.stream()
        .filter(id -> !Objects.equals(standing.get(id), expected.get(id)))
        .map(id -> id + " is " + shown(expected.get(id)) + " and was published as " + history(id))
        .toList();
  }

  private List<String> history(String identity) {
    return lines.stream()
        .filter(line -> line.identity.equals(identity))
        .sorted(Line.OLDEST_FIRST)
        .map(line ->
            "%s at %s in %s: %s".formatted(line.op, line.fetchedAt, line.run, shown(line.record)))
        .toList();
  }

  private static String shown(@Nullable String record) {
    return record == null
        ? "gone"
        : record.substring(0, Math.min(record.length(), MOST_SHOWN)).strip();
  }

  /** Identity and bytes of all lines of the runs that {@code run} accepts. */
  List<String> records(Predicate<String> run) {
    return lines.stream()
        .filter(line -> run.test(line.run))
        .map(line -> line.identity + " " + line.op + " " + line.record)
        .toList();
  }
}
