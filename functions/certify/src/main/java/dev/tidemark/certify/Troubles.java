package dev.tidemark.certify;

import dev.tidemark.certify.described.Trouble;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Pagination;
import java.util.ArrayList;
import java.util.List;

/** What can go wrong with one answer, as far as the way of paging knows it. */
final class Troubles {
  private final Subject subject;
  private final List<Scenario> all = new ArrayList<>();

  private Troubles(Subject subject) {
    this.subject = subject;
  }

  static List<Scenario> of(Subject subject) {
    Troubles troubles = new Troubles(subject);
    Scenario.Ends well = Scenario.Ends.well(Remedy.of(subject));
    Scenario.Ends loud = Scenario.Ends.loudly(Remedy.of(subject));
    troubles.add("the API is rate limited for 5 s", Trouble.THROTTLED, well);
    troubles.add("the API is rate limited for 10 min", Trouble.THROTTLED_FOR_LONG, well);
    troubles.add(
        "the API is rate limited for no stated time", Trouble.THROTTLED_WITHOUT_WORD, well);
    troubles.add("the API is busy", Trouble.BUSY, well);
    troubles.addEndedTokens(well);
    troubles.add("the page breaks off", Trouble.TRUNCATED, well);
    // A page that holds more than those before it may be one of an API that changed their size.
    troubles.add(
        "the page shows a record twice", Trouble.TWICE, subject.counted() ? well.orStops() : well);
    if (troubles.hasTokens()) {
      troubles.add("the cursor is refused", Trouble.TOKEN_LOST, well);
      troubles.add("the page is empty and not the last", Trouble.EMPTY, well);
      // A page of parents that is shown twice is walked twice: once the API is right again, all is
      // well.
      troubles.add(
          "the page leads to itself", Trouble.SAME_TOKEN, subject.child() ? well.orStops() : loud);
    }
    if (troubles.contradicts()) {
      troubles.add("the page says more and not where", Trouble.MORE_WITHOUT_TOKEN, loud);
    }
    return troubles.all;
  }

  private void addEndedTokens(Scenario.Ends well) {
    Admission admission = Admission.of(subject.definition().entrance().auth());
    if (admission.desk() != null) {
      add("the access token has ended", Trouble.ACCESS_ENDED, well);
    }
    if (admission.ended() != null) {
      add("the access token has ended, as declared", Trouble.ACCESS_ENDED_OTHERWISE, well);
    }
  }

  private boolean hasTokens() {
    return switch (subject.resource().traversal().pagination()) {
      case Pagination.Cursor _, Pagination.NextUrl _, Pagination.LinkHeader _ -> true;
      case Pagination.LastRecord _,
          Pagination.PageNumber _,
          Pagination.Offset _,
          Pagination.TimeStep _,
          Pagination.None _ ->
          false;
    };
  }

  /** Whether a page can say that there is more and not where. */
  private boolean contradicts() {
    return switch (subject.resource().traversal().pagination()) {
      case Pagination.Cursor(
              var _,
              var _,
              Flag more,
              var ends,
              boolean _,
              boolean _,
              var _,
              boolean _) ->
          more != null || !ends.isEmpty();
      case Pagination.NextUrl(var _, Flag more, boolean _, var _, boolean _, var _) -> more != null;
      case Pagination.LinkHeader _,
          Pagination.LastRecord _,
          Pagination.PageNumber _,
          Pagination.Offset _,
          Pagination.TimeStep _,
          Pagination.None _ ->
          false;
    };
  }

  private void add(String words, Trouble trouble, Scenario.Ends ends) {
    all.add(
        Scenario.of(
            "trouble", words, (_, request) -> number -> number == request ? trouble : null, ends));
  }
}
