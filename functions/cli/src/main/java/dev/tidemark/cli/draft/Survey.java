package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.cli.exit.UsageException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one list bear out; what they do not is null.
 *
 * @param pages that were seen, each behind the other
 * @param next how the next page is asked for; null for a list of one page
 * @param ending how a walk ends
 * @param selected by which time a list may select
 * @param single whether a record is at its id below the list, and one that is not there is 404
 */
record Survey(
    List<Walked> pages,
    @Nullable SizeGuess size,
    @Nullable NextPage next,
    Ending ending,
    Selected selected,
    @Nullable MemberPlace single) {
  /** Page sizes that APIs have; a list of exactly so many is probably a page. */
  private static final Set<Integer> USUAL =
      Set.of(10, 15, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000);

  /** So few do not show how a list pages. */
  private static final int FEWEST = 3;

  /**
   * How a walk ends.
   *
   * @param last the last page; null where it was not reached
   * @param refused the status that is answered behind the last page; 0 for none
   * @param ask how many records are asked for
   */
  record Ending(@Nullable FlagGuess flag, @Nullable Walked last, int refused, int ask) {}

  /** By which time a list may select. */
  record Selected(
      List<TimeGuess> times, @Nullable TimeGuess change, @Nullable FilterGuess filter) {}

  Survey {
    pages = List.copyOf(pages);
  }

  /**
   * Asks for what {@code answer}, the first page, leaves open.
   *
   * @throws UsageException if nothing shows how the list pages
   */
  static Survey of(ListUrl url, Asker asker, DraftAnswer answer) throws InterruptedException {
    RecordList list = RecordList.in(answer.json(), url.resource());
    Walked.Page page = new Walked.Page(url.with(Map.of()), answer);
    Walked whole = new Walked(url, list, Map.of(), page, 1, 0);
    if (whole.ids().size() < FEWEST) {
      throw new UsageException(
          "the list shows "
              + whole.ids().size()
              + " records, too few to see how it pages: give the"
              + " URL of a list that has more");
    }
    SizeGuess size = SizeGuess.of(whole, asker);
    Walked first = size == null ? whole : size.page();
    NextGuess guess = new NextGuess(asker);
    NextPage next = guess.behind(first);
    List<Walked> pages = next == null ? List.of(first) : guess.pages();
    if (next == null) {
      next = ofOnePage(whole, size, asker);
    }
    Walked large = size == null ? null : size.large(asker);
    MemberPlace single = single(whole, asker);
    Selected selected = selected(pages, next, asker);
    Ending ending = ending(pages, large, next, asker);
    return new Survey(pages, size, next, ending, selected, single);
  }

  /** A list that shows all it has at once; it is refused unless that is sure. */
  private static @Nullable NextPage ofOnePage(Walked whole, @Nullable SizeGuess size, Asker asker)
      throws InterruptedException {
    String stopped = asker.stopped();
    if (stopped != null) {
      throw new UsageException("how the list pages was not seen: " + stopped + "; try again later");
    }
    int seen = whole.ids().size();
    if (size != null) {
      throw new UsageException(
          "the list heeds "
              + size.parameter()
              + ", but nothing that was tried shows its next page:"
              + " see how it pages in the API's documentation, and write pagination by hand");
    }
    DraftAnswer second = asker.ask(whole.with("page", "2"));
    if (second != null && second.good() && isEmptyList(whole, second)) {
      return new NextPage.Numbered("page", 1);
    }
    if (NextGuess.speaksOfMore(whole) || USUAL.contains(seen)) {
      throw new UsageException(
          "the list shows "
              + seen
              + " records at once, and nothing that was tried shows a next page"
              + " or that there is none: give the URL of a list that has more than a page, or write"
              + " pagination by hand");
    }
    return null;
  }

  private static boolean isEmptyList(Walked whole, DraftAnswer answer) {
    JsonNode records = whole.list().place().in(answer.json());
    return records != null && records.isArray() && records.isEmpty();
  }

  private static @Nullable MemberPlace single(Walked whole, Asker asker)
      throws InterruptedException {
    String id = whole.ids().getFirst();
    if (asker.left() < 2
        || id.equals(".")
        || id.equals("..")
        || !whole.url().parameters().isEmpty()) {
      return null;
    }
    DraftAnswer one = asker.ask(whole.url().single(id));
    if (one == null || !one.good()) {
      return null;
    }
    MemberPlace place = placeOf(one.json(), whole.list().id(), id);
    String nobody = id.matches("\\d+") ? "999999999999" : "tidemark-none";
    DraftAnswer none = place == null ? null : asker.ask(whole.url().single(nobody));
    return none != null && none.status() == 404 ? place : null;
  }

  private static @Nullable MemberPlace placeOf(JsonNode body, String member, String id) {
    if (body.path(member).asText().equals(id)) {
      return MemberPlace.WHOLE;
    }
    MemberPlace[] found = {null};
    MemberPlace.each(
        body,
        (place, node) -> {
          if (found[0] == null && node.isObject() && node.path(member).asText().equals(id)) {
            found[0] = place;
          }
        });
    return found[0];
  }

  private static Selected selected(List<Walked> pages, @Nullable NextPage next, Asker asker)
      throws InterruptedException {
    List<JsonNode> records = new ArrayList<>();
    pages.forEach(page -> records.addAll(page.records()));
    List<TimeGuess> times = TimeGuess.in(records);
    TimeGuess change = TimeGuess.ofChange(times);
    Walked first = pages.getFirst();
    boolean possible = change != null && next != null && !next.counts(first);
    FilterGuess filter =
        possible && change != null && next != null
            ? FilterGuess.of(first, next, change, asker)
            : null;
    return new Selected(times, change, filter);
  }

  /** Walks on to the end, as far as the budget lasts. */
  private static Ending ending(
      List<Walked> pages, @Nullable Walked large, @Nullable NextPage next, Asker asker)
      throws InterruptedException {
    int count = pages.getFirst().ids().size();
    if (next == null) {
      return new Ending(null, pages.getFirst(), 0, count);
    }
    List<Walked> walked = new ArrayList<>(large == null ? pages : List.of(large));
    FlagGuess flag = FlagGuess.of(pages);
    int refused = 0;
    boolean end = false;
    while (!end) {
      Walked page = walked.getLast();
      URI uri = flag != null && flag.ends(page) ? null : next.behind(page);
      DraftAnswer answer = uri == null ? null : asker.ask(uri);
      if (uri != null && answer == null) {
        break;
      }
      if (uri == null || answer == null) {
        end = true;
      } else if (!answer.good()) {
        refused = answer.status();
        break;
      } else {
        walked.add(page.then(uri, answer));
        end = walked.getLast().ids().isEmpty();
      }
    }
    Walked last = end ? walked.getLast() : null;
    boolean more = walked.size() > 1 && !walked.get(1).ids().isEmpty();
    int ask = large == null ? count : SizeGuess.ask(large, more || !end);
    return new Ending(flag, last, refused, ask);
  }
}
