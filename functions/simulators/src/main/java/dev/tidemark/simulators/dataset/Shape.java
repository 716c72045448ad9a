package dev.tidemark.simulators.dataset;

import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The form of one resource's records.
 *
 * @param ids how they are named
 * @param text a member that an edit changes
 * @param timed whether they carry {@code updated_at}
 * @param filling writes the members
 * @param stamping writes the time of a change
 */
public record Shape(Ids ids, String text, boolean timed, Filling filling, Stamping stamping) {
  private static final Stamping UPDATED_AT =
      (json, _, printed) -> json.with("updated_at", Json.quoted(printed));

  /** Records whose only time of change is {@code updated_at}. */
  public Shape(Ids ids, String text, boolean timed, Filling filling) {
    this(ids, text, timed, filling, UPDATED_AT);
  }

  /** The names of the members that such a record has. */
  public Set<String> fields() {
    Draft draft = new Draft();
    String time = Instant.EPOCH.toString();
    filling.fill(draft, new Specimen(1, ids.id("1", 1), "1", time, time, new SplittableRandom(1)));
    return draft.names();
  }

  /** Writes a record's members in their order. */
  @FunctionalInterface
  public interface Filling {
    /** Adds the members of {@code specimen} to {@code draft}, the id included. */
    void fill(Draft draft, Specimen specimen);
  }

  /** Sets the members that tell when a record was changed. */
  @FunctionalInterface
  public interface Stamping {
    /**
     * {@code json} as changed at {@code at}.
     *
     * @param printed the same time as the dataset prints times
     */
    Json stamp(Json json, Instant at, String printed);
  }
}
