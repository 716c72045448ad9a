package dev.tidemark.certify;

import dev.tidemark.certify.described.Manner;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens at an API, once in each of the places where it can.
 *
 * @param kind what it is counted as
 * @param words what happens, as in "a record is inserted"
 * @param manner how the API differs from the usual
 * @param setting what records there are
 * @param happening what happens at one request of a run; null where nothing does
 * @param ends what it may come to
 */
record Scenario(
    String kind,
    String words,
    UnaryOperator<Manner> manner,
    Consumer<SimulatedAccount> setting,
    @Nullable Happening happening,
    Ends ends) {

  /** What happens at one request. */
  @FunctionalInterface
  interface Happening {
    /** Makes the incident that happens at the {@code request}-th request. */
    Disturbance at(SimulatedAccount account, int request);
  }

  /**
   * What it may come to.
   *
   * @param loud whether the run has to fail, since the answer contradicts itself
   * @param mayStop whether it may, since no walk can get further without losing something
   * @param removes whether a record vanishes, which only a reconcile notices
   * @param remedy what to do where something is lost
   */
  record Ends(boolean loud, boolean mayStop, boolean removes, Remedy remedy) {
    static Ends well(Remedy remedy) {
      return new Ends(false, false, false, remedy);
    }

    static Ends loudly(Remedy remedy) {
      return new Ends(true, true, false, remedy);
    }

    Ends orStops() {
      return new Ends(loud, true, removes, remedy);
    }

    Ends removing() {
      return new Ends(loud, mayStop, true, remedy);
    }
  }

  /** What the usual records are. */
  static final Consumer<SimulatedAccount> USUAL =
      account ->
          account.fill(account.subject.assumed().ties() ? 2 * account.subject.pageSize() + 1 : 1);

  /** A scenario at an API that is as usual. */
  static Scenario of(String kind, String words, Happening happening, Ends ends) {
    return new Scenario(kind, words, UnaryOperator.identity(), USUAL, happening, ends);
  }

  /** A scenario in which nothing happens but that the API is so. */
  static Scenario quiet(
      String kind, String words, UnaryOperator<Manner> manner, Consumer<SimulatedAccount> setting) {
    return new Scenario(kind, words, manner, setting, null, Ends.well(Remedy.UNKNOWN));
  }

  Scenario ending(Ends other) {
    return new Scenario(kind, words, manner, setting, happening, other);
  }
}
