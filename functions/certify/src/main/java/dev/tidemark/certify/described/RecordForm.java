package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.Tombstone;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record looks like.
 *
 * @param ids paths of the members of the id; all but the last are shared by two records
 * @param time its time; null for none
 * @param version what grows with every change; null for none
 * @param tombstone what says that it is gone; null for none
 * @param key path of what pages are continued behind, where that is neither id nor time; null for
 *     none
 * @param keyInArray whether it is an array of one value
 * @param parent path of its parent's id; null where it does not say whose it is
 */
public record RecordForm(
    List<MemberPath> ids,
    @Nullable TimeField time,
    @Nullable VersionField version,
    @Nullable Tombstone tombstone,
    @Nullable MemberPath key,
    boolean keyInArray,
    @Nullable MemberPath parent) {
  /** When what is gone went, where that is what is shown of it. */
  private static final Instant GONE_AT = Instant.parse("2026-05-04T03:02:01Z");

  /** One whose key is a single value. */
  public RecordForm(
      List<MemberPath> ids,
      @Nullable TimeField time,
      @Nullable VersionField version,
      @Nullable Tombstone tombstone,
      @Nullable MemberPath key) {
    this(ids, time, version, tombstone, key, false, null);
  }

  /**
   * The record as it is shown.
   *
   * @param coarse whether times are printed in whole seconds
   */
  String json(DescribedRow row, boolean coarse) {
    Tree tree = new Tree();
    List<Long> values = idValues(row.id(), ids.size());
    for (int i = 0; i < ids.size(); i++) {
      tree.put(ids.get(i).toString(), Long.toString(values.get(i)));
    }
    if (parent != null) {
      tree.put(parent.toString(), Long.toString(row.parent()));
    }
    if (version != null) {
      tree.put(version.field().toString(), versionOf(row, version, coarse));
    }
    if (key != null) {
      tree.put(key.toString(), keyInArray ? "[" + row.id() + "]" : Long.toString(row.id()));
    }
    if (time != null) {
      Instant at = row.at();
      String shown = at == null ? "null" : clockwork(time).json(printed(at, coarse));
      MemberPath created = time.otherwise();
      boolean edited = created == null || row.edits() > 0;
      tree.put(time.field().toString(), edited ? shown : "null");
      if (created != null) {
        tree.put(created.toString(), edited ? clockwork(time).json(GONE_AT) : shown);
      }
    }
    if (tombstone != null) {
      tree.put(tombstone.field().toString(), mark(tombstone, row));
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

  /** How its times are written; null where it has none. */
  @Nullable ApiClock clockwork() {
    return time == null ? null : clockwork(time);
  }

  private static ApiClock clockwork(TimeField time) {
    return ApiClock.of(time.format(), time.zone());
  }

  /** What stands at a tombstone whose text is {@code said} in a record that is gone. */
  private static String mark(Tombstone tombstone, DescribedRow row) {
    boolean gone = row.gone();
    if (tombstone.present()) {
      return gone ? ApiClock.ISO.json(GONE_AT) : "null";
    }
    String said = tombstone.equals().getFirst();
    return switch (said) {
      case "true", "false" -> Boolean.toString(gone == said.equals("true"));
      default -> gone ? Json.quoted(said) : "\"standing\"";
    };
  }

  private static String versionOf(DescribedRow row, VersionField version, boolean coarse) {
    Instant at = row.at();
    if (version.type() == VersionField.Type.INTEGER) {
      return Long.toString(row.change());
    }
    return at == null ? "null" : ApiClock.ISO.json(printed(at, coarse));
  }

  private static Instant printed(Instant at, boolean coarse) {
    return coarse ? at.truncatedTo(ChronoUnit.SECONDS) : at;
  }
}
