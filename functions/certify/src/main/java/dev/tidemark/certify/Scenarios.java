package dev.tidemark.certify;

import dev.tidemark.certify.described.DescribedRow;
import dev.tidemark.certify.described.Manner;
import dev.tidemark.certify.described.Manner.Lower;
import dev.tidemark.certify.described.Manner.Naming;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What happens at APIs beside kills, as far as a resource can meet it. */
final class Scenarios {
  private final Subject subject;
  private final Remedy remedy;
  private final List<Scenario> all = new ArrayList<>();

  private Scenarios(Subject subject) {
    this.subject = subject;
    this.remedy = Remedy.of(subject);
  }

  static List<Scenario> of(Subject subject) {
    Scenarios scenarios = new Scenarios(subject);
    if (!subject.resource().answer().one()) {
      scenarios.ties();
      scenarios.moves();
      scenarios.positions();
      scenarios.unseen();
      scenarios.odd();
    }
    scenarios.late();
    scenarios.bound();
    scenarios.all.addAll(Troubles.of(subject));
    return scenarios.all;
  }

  private void ties() {
    if (!subject.timed()) {
      return;
    }
    Scenario.Ends ends = Scenario.Ends.well(tied());
    add("ties", "two records share a time over the border of pages", filled(2), ends);
    add(
        "ties",
        "more than a page of records shares a time",
        filled(subject.pageSize() + 2),
        ends.orStops());
    if (!subject.onlyAdded()) {
      all.add(Scenario.of("ties", "a record gets the time of one just shown", Twins::new, ends));
    }
  }

  private Remedy tied() {
    return subject.resource().traversal().pagination() instanceof Pagination.LastRecord
        ? new Remedy(
            "what shares the time of a page's last record is not asked for again",
            "page by the id, or by a cursor that is no time")
        : remedy;
  }

  private static Consumer<SimulatedAccount> filled(int alike) {
    return account -> account.fill(alike);
  }

  private void moves() {
    Scenario.Ends ends = Scenario.Ends.well(remedy);
    happens("moves", "a record is inserted", account -> account.add(account.now()), ends);
    if (subject.onlyAdded()) {
      return;
    }
    happens("moves", "a record behind the cursor is edited", account -> edit(account, 0), ends);
    happens("moves", "the newest record is edited", account -> edit(account, -1), ends);
    happens("moves", "a record is inserted and edited at once", Scenarios::insertTwice, ends);
    happens("moves", "a record behind the cursor vanishes", removed(0), ends.removing());
    happens("moves", "the newest record vanishes", removed(-1), ends.removing());
    if (subject.resource().members().deleted() != null) {
      happens(
          "moves",
          "a record says that it is gone",
          account -> account.rows().bury(account.row(1).id(), account.now()),
          ends);
    }
  }

  /** Cursors that are positions, where the definition says nothing of what a cursor names. */
  private void positions() {
    if (!subject.positional()) {
      return;
    }
    Scenario.Ends ends = Scenario.Ends.well(remedy);
    UnaryOperator<Manner> counted = manner -> manner.naming(Manner.Naming.POSITION);
    all.add(
        new Scenario(
            "positions",
            "cursors are positions and a record behind the cursor is edited",
            counted,
            Scenario.USUAL,
            Occasion.of(account -> edit(account, 0)),
            ends));
    all.add(
        new Scenario(
            "positions",
            "cursors are positions and a record behind the cursor vanishes",
            counted,
            Scenario.USUAL,
            Occasion.of(removed(0)),
            ends.removing()));
  }

  private void unseen() {
    if (subject.assumed().unseen()) {
      String field = subject.timed() ? subject.watermark() : "its time";
      happens(
          "edits",
          "a record is edited and its time stays",
          account -> account.rows().rewrite(account.row(0).id()),
          Scenario.Ends.well(
              new Remedy(
                  "an edit does not raise " + field,
                  "name the member that every edit raises, or leave the filter out and "
                      + Remedy.EVERYTHING)));
    }
  }

  private static void insertTwice(SimulatedAccount account) {
    DescribedRow row = account.add(account.now());
    account.rows().edit(row.id(), account.now());
    account.add(account.now());
  }

  private static void edit(SimulatedAccount account, int row) {
    account.rows().edit(account.row(row).id(), account.now());
  }

  private static Consumer<SimulatedAccount> removed(int row) {
    return account -> account.rows().remove(account.row(row).id());
  }

  /** Whether a run relies on times at all. */
  private boolean reliesOnTime() {
    return subject.timed() && subject.selects();
  }

  private void late() {
    Resource resource = subject.resource();
    if (!reliesOnTime() || resource.answer().one()) {
      return;
    }
    Duration assumed = subject.assumed().late();
    if (resource.traversal().promote() == Promotion.CURSOR && assumed == null) {
      return;
    }
    Duration lag = assumed == null ? resource.traversal().settleLag() : assumed;
    Scenario.Ends ends = Scenario.Ends.well(lateBy(lag));
    String words = " becomes visible " + lag.toSeconds() + " s after its time";
    happens("late", "a record" + words, account -> account.add(account.now().minus(lag)), ends);
    if (!subject.onlyAdded()) {
      happens(
          "late", "an edit" + words, account -> lateEdit(account, account.now().minus(lag)), ends);
    }
    Scenario coarse =
        new Scenario(
            "late",
            "times are printed in whole seconds and a record" + words,
            Manner::printingSeconds,
            Scenario.USUAL,
            Occasion.of(account -> account.add(account.now().minus(lag))),
            resource.traversal().pagination() instanceof Pagination.LastRecord
                ? Scenario.Ends.well(tied())
                : ends);
    all.add(coarse);
  }

  /** An edit is younger than what was there before. */
  private static void lateEdit(SimulatedAccount account, Instant at) {
    account.rows().all().stream()
        .filter(row -> row.at() != null && row.at().isBefore(at) && !row.gone())
        .findFirst()
        .ifPresent(row -> account.rows().edit(row.id(), at));
  }

  private Remedy lateBy(Duration lag) {
    if (subject.assumed().naming() == Naming.POSITION
        && subject.resource().traversal().settleLag().compareTo(lag) >= 0) {
      return remedy;
    }
    String why =
        "it became visible "
            + lag.toSeconds()
            + " s after its time, when the run had"
            + " passed that time";
    return new Remedy(
        why,
        subject.resource().traversal().promote() == Promotion.CURSOR
            ? "promote: max-seen with a settleLag of at least " + lag.toSeconds() + "s"
            : "raise settleLag to at least " + lag.toSeconds() + "s");
  }

  private void odd() {
    // No window shows what has no time, or one that is still to come.
    if (!subject.timed() || subject.windowed()) {
      return;
    }
    boolean hides =
        subject.resource().traversal().filter() != null
            && subject.resource().traversal().filter().youngest() != null;
    if (!hides) {
      add(
          "odd records",
          "a record is dated in the future",
          account -> {
            account.fill(1);
            account.rows().edit(account.row(2).id(), TrialBench.BEGIN.plus(Duration.ofDays(400)));
          });
    }
    add(
        "odd records",
        "a record has no time",
        account -> {
          account.fill(1);
          account.rows().edit(account.row(2).id(), null);
        });
  }

  private void bound() {
    if (!subject.selects()
        || subject.onlyAdded()
        || subject.resource().traversal().pagination() instanceof Pagination.TimeStep) {
      return;
    }
    Scenario.Ends well = Scenario.Ends.well(remedy);
    Scenario.Ends ends = subject.windowed() ? well.orStops() : well;
    Consumer<SimulatedAccount> edited =
        account -> account.rows().edit(account.row(0).id(), account.now());
    all.add(bounding("the API ignores the lower bound", Lower.IGNORED, edited, ends));
    if (subject.resource().traversal().filter() != null
        && subject.resource().traversal().filter().optional()) {
      all.add(bounding("the API refuses the lower bound", Lower.REFUSED, edited, ends));
    }
  }

  private static Scenario bounding(
      String words, Lower lower, Consumer<SimulatedAccount> happening, Scenario.Ends ends) {
    return new Scenario(
        "bound",
        words,
        manner -> manner.bounding(lower),
        Scenario.USUAL,
        Occasion.of(happening),
        ends);
  }

  private void happens(
      String kind, String words, Consumer<SimulatedAccount> happening, Scenario.Ends ends) {
    all.add(Scenario.of(kind, words, Occasion.of(happening), ends));
  }

  private void add(String kind, String words, Consumer<SimulatedAccount> setting) {
    add(kind, words, setting, Scenario.Ends.well(remedy));
  }

  private void add(
      String kind, String words, Consumer<SimulatedAccount> setting, Scenario.Ends ends) {
    all.add(Scenario.quiet(kind, words, UnaryOperator.identity(), setting).ending(ends));
  }
}
