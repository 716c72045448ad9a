package dev.tidemark.certify.described;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page tokens that were given out; each is good for the query that it was given out for. */
final class Tokens {
  private final Map<String, Place> places = new HashMap<>();

  /**
   * What a token stands for.
   *
   * @param last the record that it stands behind, as that was; null for the beginning
   * @param position how many records were shown before it
   * @param bookmark whether it is good for a walk without bounds
   */
  record Place(
      @Nullable DescribedRow last,
      long parent,
      TimeWindow bounds,
      int position,
      boolean bookmark) {}

  String give(Place place) {
    String token = "t" + Integer.toString(places.size() + 1, 36) + "-" + place.parent();
    places.put(token, place);
    return token;
  }

  /** What {@code token} stands for; null if it is unknown. */
  @Nullable Place find(String token) {
    return places.get(token);
  }
}
