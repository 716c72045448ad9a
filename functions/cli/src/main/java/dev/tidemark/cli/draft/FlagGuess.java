package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member that says whether there is more.
 *
 * @param end whether it says instead that this is the end
 */
record FlagGuess(MemberPlace place, boolean end) {
  private static final Set<String> MORE =
      Set.of(
          "has_more",
          "hasmore",
          "more",
          "has_next",
          "hasnext",
          "has_next_page",
          "hasnextpage",
          "more_available");
  private static final Set<String> END =
      Set.of(
          "end_of_stream",
          "is_last",
          "islast",
          "last",
          "done",
          "complete",
          "finished",
          "end_of_list");

  /**
   * The one that bears out {@code pages}, behind each of which but the last there is another; null
   * where there is none.
   */
  static @Nullable FlagGuess of(List<Walked> pages) {
    Walked first = pages.getFirst();
    FlagGuess[] found = {null};
    MemberPlace.each(
        first.list().envelope(first.body()),
        (place, node) -> {
          String name = place.last().toLowerCase(Locale.ROOT);
          boolean end = END.contains(name);
          FlagGuess flag = new FlagGuess(place, end);
          if ((end || MORE.contains(name)) && found[0] == null && flag.bearsOut(pages)) {
            found[0] = flag;
          }
        });
    return found[0];
  }

  private boolean bearsOut(List<Walked> pages) {
    for (int i = 0; i < pages.size(); i++) {
      JsonNode said = place.in(pages.get(i).body());
      if (said == null || !said.isBoolean() || (i < pages.size() - 1 && said.asBoolean() == end)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code page} says that it is the last. */
  boolean ends(Walked page) {
    JsonNode said = place.in(page.body());
    return said != null && said.isBoolean() && said.asBoolean() == end;
  }

  String yaml() {
    return "more: " + (end ? "{body: " + place.yaml() + ", means: end}" : place.yaml());
  }
}
