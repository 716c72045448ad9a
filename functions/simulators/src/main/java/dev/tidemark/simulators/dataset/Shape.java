package dev.tidemark.simulators.dataset;

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
 */
public record Shape(Ids ids, String text, boolean timed, Filling filling) {

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
}
