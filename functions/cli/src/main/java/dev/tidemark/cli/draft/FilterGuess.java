package dev.tidemark.cli.draft;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A parameter that selects by the time of the last change. */
record FilterGuess(String parameter) {
  /** How many pages may be asked for what lies exactly at the bound. */
  private static final int PAGES = 3;

  /**
   * Tries names with a bound that some of the first page are older than: the parameter counts only
   * if these vanish, what lies exactly at the bound is shown, and the second page is selected too.
   * An API that ignores it shows the first page again.
   */
  static @Nullable FilterGuess of(Walked first, NextPage way, TimeGuess time, Asker asker)
      throws InterruptedException {
    Instant middle = time.middle(first);
    String bound = middle == null ? null : time.bound(middle);
    if (middle == null || bound == null) {
      return null;
    }
    NextGuess pages = new NextGuess(asker);
    for (String name : names(time.member())) {
      if (asker.left() < 3) {
        return null;
      }
      Map<String, String> asked = new HashMap<>(first.asked());
      asked.put(name, bound);
      DraftAnswer answer = asker.ask(first.url().with(asked));
      if (answer != null && answer.good()) {
        Walked.Page page = new Walked.Page(first.url().with(asked), answer);
        Walked bounded = new Walked(first.url(), first.list(), asked, page, 1, 0);
        if (selects(bounded, time, middle)) {
          return confirmed(name, bounded, way, new Bounded(time, middle, pages));
        }
      }
    }
    return null;
  }

  private record Bounded(TimeGuess time, Instant at, NextGuess pages) {}

  private static @Nullable FilterGuess confirmed(
      String name, Walked bounded, NextPage way, Bounded by) throws InterruptedException {
    boolean boundary = false;
    Walked page = bounded;
    for (int i = 0; i < PAGES && page != null; i++) {
      if (page.ids().isEmpty() || !selects(page, by.time(), by.at())) {
        break;
      }
      boundary |= page.records().stream().anyMatch(one -> by.at().equals(by.time().of(one)));
      if (boundary && i > 0) {
        return new FilterGuess(name);
      }
      page = by.pages().step(way, page);
    }
    return null;
  }

  private static boolean selects(Walked page, TimeGuess time, Instant from) {
    return !page.ids().isEmpty()
        && page.records().stream()
            .allMatch(record -> {
              Instant at = time.of(record);
              return at != null && !at.isBefore(from);
            });
  }

  private static Set<String> names(String member) {
    Set<String> names =
        new LinkedHashSet<>(List.of("updated_since", "filter[" + member + "][gte]"));
    names.addAll(
        List.of(
            "modified_since",
            member + "_min",
            "since",
            member + "[gte]",
            "updated_after",
            "updatedSince",
            "modified_after"));
    return names;
  }

  String yaml(TimeGuess time) {
    return "{from: " + MemberPlace.quoted(parameter) + ", format: " + time.word() + "}";
  }
}
