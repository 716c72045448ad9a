package dev.tidemark.certify.described;

import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record looks like; paths are joined by dots.
 *
 * @param ids paths of the members of the id; all but the last are shared by two records
 * @param time path and form of its time; null for none
 * @param version path of what grows with every change, and whether that is a number; null for none
 * @param tombstone path and JSON text of what says that it is gone; null for none
 * @param key path of what pages are continued behind, where that is neither id nor time; null for
 *     none
 */
public record RecordForm(
    List<String> ids,
    @Nullable Time time,
    @Nullable Version version,
    @Nullable Tombstone tombstone,
    @Nullable String key) {
  /** A member that holds a time. */
  public record Time(String path, ApiClock clockwork) {}

  /** A member that tells the newer of two. */
  public record Version(String path, boolean number) {}

  /** A member that tells what is gone. */
  public record Tombstone(String path, String json, String otherwise) {}

  /**
   * The record as it is shown.
   *
   * @param coarse whether times are printed in whole seconds
   */
  String json(DescribedRow row, boolean coarse) {
    Tree tree = new Tree();
    List<Long> values = idValues(row.id(), ids.size());
    for (int i = 0; i < ids.size(); i++) {
      tree.put(ids.get(i), Long.toString(values.get(i)));
    }
    if (version != null) {
      tree.put(version.path(), versionOf(row, version, coarse));
    }
    if (key != null) {
      tree.put(key, Long.toString(row.id()));
    }
    if (time != null) {
      Instant at = row.at();
      tree.put(time.path(), at == null ? "null" : time.clockwork().json(printed(at, coarse)));
    }
    if (tombstone != null) {
      tree.put(tombstone.path(), row.gone() ? tombstone.json() : tombstone.otherwise());
    }
    return tree.fill("name", Json.quoted("Nº " + row.id() + " \"{é}\""))
        .fill("edits", Long.toString(row.edits()))
        .json();
  }

  /**
   * The values of an id's members.
   *
   * @param size how many there are
   */
  public static List<Long> idValues(long id, int size) {
    List<Long> values = new ArrayList<>(Collections.nCopies(size - 1, id / 2));
    values.add(id);
    return values;
  }

  private static String versionOf(DescribedRow row, Version version, boolean coarse) {
    Instant at = row.at();
    if (version.number()) {
      return Long.toString(row.change());
    }
    return at == null ? "null" : ApiClock.ISO.json(printed(at, coarse));
  }

  private static Instant printed(Instant at, boolean coarse) {
    return coarse ? at.truncatedTo(ChronoUnit.SECONDS) : at;
  }
}
