package dev.tidemark.memory;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.lake.PublishedState;
import java.util.Comparator;
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
    PublishedState state = new PublishedState(RowReading.ROWS);
    lines.forEach(state::take);
    return new TreeMap<>(state.records());
  }

  /** The lines of one record, the newest last. */
  public List<LandedLine> of(String id) {
    return lines.stream()
        .filter(line -> RowReading.ROWS.identity(line).equals(id))
        .sorted(Comparator.comparing(RowReading.ROWS::precedence))
        .toList();
  }

  /**
   * The records' own bytes of all lines, in no order; the same text twice is a line published
   * twice.
   */
  public List<String> records() {
    return lines.stream().map(LandedLine::record).toList();
  }
}
