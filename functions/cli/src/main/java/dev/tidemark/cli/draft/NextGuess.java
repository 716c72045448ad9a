package dev.tidemark.cli.draft;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds how the next page is asked for: each way is tried, and counts only if it shows other
 * records.
 */
final class NextGuess {
  private static final Pattern NEXT =
      Pattern.compile("(?i).*(next|cursor|token|continuation|scroll|after|bookmark|marker).*");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i).*(prev|before|self|first|request|csrf|has|time|date|more|total|count).*");
  private static final List<String> TAKING =
      List.of("cursor", "page_token", "after", "next_token", "page[after]", "continuation", "page");
  private static final List<String> BEHIND_LAST =
      List.of("starting_after", "after", "after_id", "since_id");
  private static final List<String> SKIPPING = List.of("offset", "skip", "start");

  private final Asker asker;
  private final List<Walked> pages = new ArrayList<>();

  NextGuess(Asker asker) {
    this.asker = asker;
  }

  /** The pages that were seen in their order, the first included. */
  List<Walked> pages() {
    return pages;
  }

  /** The way that shows another page behind {@code first}; null where none was found. */
  @Nullable NextPage behind(Walked first) throws InterruptedException {
    List<NextPage> named = named(first);
    for (NextPage way : named) {
      if (asker.left() > 0 && shows(way, first)) {
        return way;
      }
    }
    for (NextPage way : counted(first)) {
      if (asker.left() > 1 && shows(way, first) && holds(way, first)) {
        return way;
      }
    }
    return null;
  }

  /** Whether the answer says in any way that there may be more than it shows. */
  static boolean speaksOfMore(Walked page) {
    boolean[] found = {page.page().answer().header("Link") != null};
    MemberPlace.each(
        page.list().envelope(page.body()),
        (place, node) ->
            found[0] |=
                NEXT.matcher(place.last()).matches()
                    || place.last().toLowerCase(Locale.ROOT).contains("more"));
    return found[0];
  }

  private static List<NextPage> named(Walked first) {
    List<NextPage> urls = new ArrayList<>(List.of(new NextPage.InLink()));
    List<NextPage> tokens = new ArrayList<>();
    MemberPlace.each(
        first.list().envelope(first.body()),
        (place, node) -> {
          if (!node.isValueNode() || node.isNull() || node.isBoolean() || !isNext(place)) {
            return;
          }
          String text = node.asText();
          if (text.contains("://") || text.startsWith("/") || text.startsWith("?")) {
            urls.add(new NextPage.InBody(place));
          } else if (!text.isEmpty()) {
            taking(place.last()).forEach(name -> tokens.add(new NextPage.Token(place, name)));
          }
        });
    urls.addAll(tokens);
    return urls;
  }

  private static boolean isNext(MemberPlace place) {
    String last = place.last();
    return NEXT.matcher(last).matches() && !OTHER.matcher(last).matches();
  }

  /** What a parameter may be called that takes the member called {@code name}. */
  private static Set<String> taking(String name) {
    String bare =
        name.replaceFirst("(?i)^next_?", "").replaceFirst("(?i)^(after|end)_?(?=cursor)", "");
    Set<String> names = new LinkedHashSet<>();
    if (!bare.isEmpty()) {
      names.add(Character.toLowerCase(bare.charAt(0)) + bare.substring(1));
    }
    names.add("cursor");
    names.add(name);
    names.addAll(TAKING);
    return names;
  }

  private static List<NextPage> counted(Walked first) {
    List<NextPage> ways = new ArrayList<>();
    if (first.ids().size() > 1) {
      BEHIND_LAST.forEach(name -> ways.add(new NextPage.LastId(name, first.list().id())));
    }
    ways.add(new NextPage.Numbered("page", 1));
    ways.add(new NextPage.Numbered("page", 0));
    ways.add(new NextPage.Numbered("pageNumber", 1));
    SKIPPING.forEach(name -> ways.add(new NextPage.Skipped(name)));
    return ways;
  }

  private boolean shows(NextPage way, Walked first) throws InterruptedException {
    Walked second = step(way, first);
    if (second == null || !isOther(first, second)) {
      return false;
    }
    Walked third = way instanceof NextPage.Numbered ? null : step(way, second);
    if (third != null
        && !third.ids().isEmpty()
        && !(isOther(first, third) && isOther(second, third))) {
      return false;
    }
    pages.clear();
    pages.addAll(List.of(first, second));
    if (third != null && !third.ids().isEmpty()) {
      pages.add(third);
    }
    return true;
  }

  /** The page behind {@code page}; null where there is none, or nothing more is asked. */
  @Nullable Walked step(NextPage way, Walked page) throws InterruptedException {
    URI uri = way.behind(page);
    DraftAnswer answer = uri == null ? null : asker.ask(uri);
    return answer == null || uri == null || !answer.good() ? null : page.then(uri, answer);
  }

  private static boolean isOther(Walked one, Walked other) {
    List<String> ids = other.ids();
    return !ids.isEmpty()
        && new LinkedHashSet<>(ids).size() == ids.size()
        && Collections.disjoint(one.ids(), ids);
  }

  /** Whether a way that the answer does not name means what it is taken for. */
  private boolean holds(NextPage way, Walked first) throws InterruptedException {
    return switch (way) {
      case NextPage.LastId last ->
          begins(first.with(last.parameter(), first.ids().get(first.ids().size() - 2)), first);
      case NextPage.Skipped skipped ->
          first.ids().size() > 1
              && begins(
                  first.with(skipped.parameter(), Integer.toString(first.ids().size() - 1)), first);
      case NextPage.Numbered numbered -> {
        DraftAnswer one =
            asker.ask(first.with(numbered.parameter(), Integer.toString(numbered.first())));
        yield one != null && one.good() && first.list().ids(one.json()).equals(first.ids());
      }
      case NextPage.InLink _, NextPage.InBody _, NextPage.Token _ -> true;
    };
  }

  /** Whether the answer begins with the last record of {@code first}. */
  private boolean begins(URI uri, Walked first) throws InterruptedException {
    DraftAnswer answer = asker.ask(uri);
    if (answer == null || !answer.good()) {
      return false;
    }
    List<String> ids = first.list().ids(answer.json());
    return !ids.isEmpty() && ids.getFirst().equals(first.ids().getLast());
  }
}
