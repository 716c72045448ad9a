package dev.tidemark.testkit.memory;

import dev.tidemark.core.lake.Manifest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the manifests of a resource publish.
 *
 * @param manifests in no order
 * @param lines of all their objects, as often as they are listed
 */
public record Published(List<Manifest> manifests, List<LandedLine> lines) {
  public Published {
    manifests = List.copyOf(manifests);
    lines = List.copyOf(lines);
  }

  /** The records that stand, by id: the newest line of each, unless that is a delete. */
  public Map<String, String> newest() {
    Map<String, LandedLine> newest = new TreeMap<>();
    lines.stream().sorted(LandedLine.NEWEST_LAST).forEach(line -> newest.put(line.id(), line));
    Map<String, String> records = new TreeMap<>();
    newest.forEach((id, line) -> {
      if (line.op().equals("upsert")) {
        records.put(id, line.record());
      }
    });
    return records;
  }

  /**
   * The records' own bytes of all lines, in no order; the same text twice is a line published
   * twice.
   */
  public List<String> records() {
    return lines.stream().map(LandedLine::record).toList();
  }
}
