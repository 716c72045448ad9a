package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameter that says how many records a page has.
 *
 * @param parameter its name
 * @param small a number that was heeded
 * @param page the page of so many
 */
record SizeGuess(String parameter, int small, Walked page) {
  private static final List<String> NAMES =
      List.of("limit", "per_page", "page_size", "pageSize", "page[size]", "size", "count");
  private static final int LARGE = 100;
  private static final int SMALL = 10;

  /** Tries names, those first that the answer itself has; null where none is heeded. */
  static @Nullable SizeGuess of(Walked first, Asker asker) throws InterruptedException {
    int small = Math.clamp(first.ids().size() / 3, 2, SMALL);
    for (String name : names(first)) {
      DraftAnswer answer = asker.ask(first.with(name, Integer.toString(small)));
      if (answer != null && answer.good()) {
        List<String> ids = first.list().ids(answer.json());
        if (ids.size() == small && first.ids().containsAll(ids)) {
          Map<String, String> asked = Map.of(name, Integer.toString(small));
          Walked.Page page = new Walked.Page(first.url().with(asked), answer);
          return new SizeGuess(
              name, small, new Walked(first.url(), first.list(), asked, page, 1, 0));
        }
      }
    }
    return null;
  }

  private static List<String> names(Walked first) {
    Set<String> named = new LinkedHashSet<>();
    first.url().parameters().keySet().stream().filter(NAMES::contains).forEach(named::add);
    MemberPlace.each(
        first.list().envelope(first.body()),
        (place, node) -> {
          if (NAMES.contains(place.last()) && node.isIntegralNumber()) {
            named.add(place.last());
          } else if (node.isTextual()) {
            NAMES.stream().filter(name -> asks(node, name)).forEach(named::add);
          }
        });
    named.addAll(NAMES);
    return new ArrayList<>(named);
  }

  private static boolean asks(JsonNode url, String name) {
    return url.asText().contains("?" + name + "=") || url.asText().contains("&" + name + "=");
  }

  /** What a page of the usual large size is; null where that is refused. */
  @Nullable Walked large(Asker asker) throws InterruptedException {
    Map<String, String> asked = Map.of(parameter, Integer.toString(LARGE));
    DraftAnswer answer = asker.ask(page.url().with(asked));
    if (answer == null || !answer.good() || page.list().ids(answer.json()).size() < small) {
      return null;
    }
    Walked.Page large = new Walked.Page(page.url().with(asked), answer);
    return new Walked(page.url(), page.list(), asked, large, 1, 0);
  }

  /** How many are asked for, where {@code large} was answered and more follows or not. */
  static int ask(Walked large, boolean more) {
    return more ? Math.min(LARGE, large.ids().size()) : LARGE;
  }
}
