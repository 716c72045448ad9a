package dev.tidemark.lake;

import dev.tidemark.lake.LineEntry.Identity;
import dev.tidemark.lake.LineFacts.LineFact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The published state beside the API's, record by record, in a memory that does not grow with them
 * but for some bits a line: entries of both wait in a temporary file, divided by the hashes of
 * their identities, and each part is compared in memory.
 */
public final class StateComparison {
  private static final int FITS = 64 * 1024;

  private final DifferenceRule rule;
  private final LineMarks inLake;
  private final LineMarks inApi;
  private final int fits;
  private long same;

  /** The records of one identity in both states. */
  private record Pair(@Nullable StateEntry lake, @Nullable StateEntry api) {
    static Pair of(StateEntry entry) {
      return entry.other() ? new Pair(null, entry) : new Pair(entry, null);
    }

    Pair and(Pair more) {
      return new Pair(more.lake == null ? lake : more.lake, more.api == null ? api : more.api);
    }
  }

  private StateComparison(DifferenceRule rule, ExactState lake, ExactState api, int fits) {
    this.rule = rule;
    this.inLake = new LineMarks(lake);
    this.inApi = new LineMarks(api);
    this.fits = fits;
  }

  /**
   * Compares {@code lake} with {@code api}.
   *
   * @param temporary an existing folder
   * @throws UnreadableLakeException if an object cannot be read or the folder takes no more
   */
  public static StateComparison of(
      ExactState lake, ExactState api, LineFacts facts, DifferenceRule rule, Path temporary) {
    return of(lake, api, facts, rule, temporary, FITS);
  }

  static StateComparison of(
      ExactState lake,
      ExactState api,
      LineFacts facts,
      DifferenceRule rule,
      Path temporary,
      int fits) {
    StateComparison comparison = new StateComparison(rule, lake, api, fits);
    try (Scratch scratch = new Scratch(temporary)) {
      Partitions<StateEntry> entries = Partitions.in(scratch, new StateEntry.Form());
      enter(lake, false, false, facts, entries);
      enter(api, true, false, facts, entries);
      enter(api, true, true, facts, entries);
      comparison.decide(entries);
    }
    return comparison;
  }

  private static void enter(
      ExactState state,
      boolean other,
      boolean gone,
      LineFacts facts,
      Partitions<StateEntry> entries) {
    state.places(
        gone,
        (object, line, bytes) -> {
          LineFact fact = facts.of(bytes);
          entries.add(
              new StateEntry(
                  new Identity(fact.print().idHigh(), fact.print().idLow()),
                  fact.print().bytes(),
                  fact.at(),
                  StateEntry.flags(other, gone, fact.alone()),
                  object,
                  line));
        });
  }

  private void decide(Partitions<StateEntry> entries) {
    for (int part = 0; part < Partitions.PARTS; part++) {
      Map<Identity, Pair> pairs = pairs(entries, part);
      if (pairs == null) {
        decide(entries.split(part));
      } else {
        pairs.values().forEach(this::judge);
      }
    }
  }

  private @Nullable Map<Identity, Pair> pairs(Partitions<StateEntry> entries, int part) {
    Map<Identity, Pair> pairs = new HashMap<>();
    Predicate<StateEntry> take =
        entry -> {
          pairs.merge(entry.identity(), Pair.of(entry), Pair::and);
          return pairs.size() <= fits || !entries.divides();
        };
    return entries.show(part, take) ? pairs : null;
  }

  private void judge(Pair pair) {
    StateEntry lake = pair.lake();
    StateEntry api = pair.api();
    if (api == null && lake != null) {
      inLake.mark(lake, rule.unlisted(lake.at()));
    } else if (api != null && lake == null) {
      // What is gone in both differs in nothing that a reader sees.
      inApi.mark(api, api.gone() ? null : rule.unpublished(api.at()));
    } else if (api != null && lake != null) {
      differ(lake, api);
    }
  }

  private void differ(StateEntry lake, StateEntry api) {
    if (lake.bytes() == api.bytes() && !api.gone()) {
      same++;
    } else if (lake.alone() && !api.gone()) {
      inLake.mark(lake, Difference.SHOWN_ALONE);
    } else {
      inApi.mark(api, rule.differs(api.at()));
    }
  }

  /** Records that are the same in both. */
  public long same() {
    return same;
  }

  /** How many records differ by {@code kind}. */
  public long count(Difference kind) {
    return inLake.count(kind) + inApi.count(kind);
  }

  /**
   * Hands out what differs: the API's line of it where it has one, else the lake's.
   *
   * @throws IOException if {@code each} does
   */
  public void show(Each each) throws IOException {
    inApi.show(each, true);
    inLake.show(each, false);
  }

  /** Takes what differs. */
  @FunctionalInterface
  public interface Each {
    /** Takes one. */
    void take(Differing differing) throws IOException;
  }
}
