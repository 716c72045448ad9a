package dev.tidemark.cli.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.lake.Difference;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes differences one by one: counts them, keeps the first of each kind, and writes all down. */
public final class Findings {
  /** How many of each kind are shown. */
  private static final int SHOWN = 5;

  /** How many are kept to be published again. */
  private static final int REPAIRED = 10_000;

  private final @Nullable Writer report;
  private final Map<Difference, Long> counts = new EnumMap<>(Difference.class);
  private final Map<Difference, List<Finding>> first = new EnumMap<>(Difference.class);
  private final List<String> lost = new ArrayList<>();

  /**
   * One difference.
   *
   * @param id as it is shown
   * @param at the record's own time; null where it has none
   * @param requests the vendor's ids of the requests that showed the page, or published the line
   */
  public record Finding(
      Difference kind,
      String id,
      @Nullable String at,
      String object,
      @Nullable RequestRange requests) {
    ObjectNode json() {
      ObjectNode json =
          JsonNodeFactory.instance
              .objectNode()
              .put("difference", kind.word())
              .put("id", id)
              .put("at", at)
              .put("object", object);
      if (requests == null) {
        json.putNull("requests");
      } else {
        json.putObject("requests").put("first", requests.first()).put("last", requests.last());
      }
      return json;
    }
  }

  /**
   * @param report takes a line for each; null for none
   */
  public Findings(@Nullable Writer report) {
    this.report = report;
  }

  /** Takes one. */
  public void take(Finding finding) throws IOException {
    counts.merge(finding.kind(), 1L, Long::sum);
    List<Finding> shown = first.computeIfAbsent(finding.kind(), _ -> new ArrayList<>());
    if (shown.size() < SHOWN) {
      shown.add(finding);
    }
    boolean published = finding.kind() == Difference.MISSED || finding.kind() == Difference.STALE;
    if (published && lost.size() < REPAIRED) {
      lost.add(finding.id());
    }
    if (report != null) {
      report.write(finding.json() + "\n");
    }
  }

  /** How many there are of {@code kind}. */
  public long count(Difference kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** The first ones of {@code kind}. */
  public List<Finding> first(Difference kind) {
    return List.copyOf(first.getOrDefault(kind, List.of()));
  }

  /** The ids of what has to be read again, as the API's paths have them. */
  public List<String> lost() {
    return List.copyOf(lost);
  }
}
