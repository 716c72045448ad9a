package dev.tidemark.core.reconcile;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.Fingerprinter;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.plan.RunBatches;
import dev.tidemark.core.publish.Generations;
import dev.tidemark.core.publish.IndexLoad;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.state.Progress;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records that are published and that a walk over everything did not show: those that were
 * published before the walk began and not since.
 *
 * @param byIdentity their newest published lines, by the hash of their identity in hexadecimal
 * @param unseen what they are published as
 * @param reason why they cannot be believed; empty if they can
 */
public record Candidates(
    SortedMap<String, PublishedLine> byIdentity, FingerprintTable unseen, String reason) {
  /** Fewer are believed whatever their share is. */
  private static final int FEW = 100;

  private static final int PERCENT = 20;

  /** Fewer are believed even where they are most of what is published. */
  private static final int VERY_FEW = 5;

  /** The same where the API is asked for each of them. */
  private static final int VERY_FEW_ASKED = 10;

  private static final int HALF = 50;

  /** Looked up at most, as a share; of more, not even the lines are read. */
  private static final int PERCENT_LOOKED_UP = 40;

  /** Identities that could be held in the place of a line that was looked up. */
  private static final int LINE = 8;

  private static final String TOO_LARGE =
      "more records are published than can be compared with; give the function more memory";

  /** Finds them; null if the leg has to end before. */
  public static @Nullable Candidates find(
      ResourcePlan plan, RecordReader records, Ports ports, Progress progress, IndexLoad load) {
    FingerprintTable table = load.table();
    Generations generations = new Generations(plan, progress.run());
    if (!load.all(progress.run(), generations, table) || load.isOver()) {
      return null;
    }
    Counter published = new Counter();
    table.forEach(published);
    forgetSeen(plan, ports, progress, table);
    Counter unseen = new Counter();
    table.forEach(unseen);
    String reason = reason(table, published.count, unseen.count, progress);
    if (reason.isEmpty() && !load.room().take(unseen.count * LINE)) {
      reason = TOO_LARGE;
    }
    if (!reason.isEmpty() || unseen.count == 0) {
      return new Candidates(new TreeMap<>(), table, reason);
    }
    SortedMap<String, PublishedLine> found = lines(plan, records, ports, table);
    found
        .values()
        .removeIf(line ->
            line.landed().deleted()
                || !line.landed().fetchedAt().isBefore(progress.run().startedAt()));
    return new Candidates(
        found, table, tooMany(published.count, found.size(), records.asksForOne()));
  }

  private static void forgetSeen(
      ResourcePlan plan, Ports ports, Progress progress, FingerprintTable table) {
    List<StoredBatch> batches = new RunBatches(plan, ports.storage().sink()).of(progress);
    ports
        .storage()
        .sink()
        .fingerprints(batches, log -> log.forEach((high, low, _) -> table.forget(high, low)));
    for (StoredBatch batch : batches) {
      ports.storage().sink().seen(batch).forEach((high, low, _) -> table.forget(high, low));
    }
  }

  private static String reason(
      FingerprintTable table, long published, long unseen, Progress progress) {
    if (table.full()) {
      return TOO_LARGE;
    }
    if (published > 0 && progress.tally().records().seen() == 0) {
      return "the API showed no record at all, though " + published + " are published";
    }
    return tooMany(published, unseen, PERCENT_LOOKED_UP);
  }

  private static String tooMany(long published, long gone, boolean asked) {
    String many = tooMany(published, gone, PERCENT);
    int least = asked ? VERY_FEW_ASKED : VERY_FEW;
    return many.isEmpty() && gone >= least && gone * 100 > published * HALF
        ? unbelievable(published, gone, HALF)
        : many;
  }

  private static String tooMany(long published, long gone, int percent) {
    return gone >= FEW && gone * 100 > published * percent
        ? unbelievable(published, gone, percent)
        : "";
  }

  private static String unbelievable(long published, long gone, int percent) {
    return gone
        + " of "
        + published
        + " published records were not shown, more than "
        + percent
        + " %: is something hidden from this credential, or does the list end too early? Where they"
        + " are really gone, raise the schema (--set schema=…) to publish what is left again";
  }

  private static SortedMap<String, PublishedLine> lines(
      ResourcePlan plan, RecordReader records, Ports ports, FingerprintTable wanted) {
    SortedMap<String, PublishedLine> newest = new TreeMap<>();
    Fingerprinter fingerprinter = new Fingerprinter();
    ports
        .storage()
        .lines()
        .find(
            plan.key(),
            plan.form().schema(),
            (high, low) -> isThere(wanted.published(high, low)),
            (high, low, bytes) -> {
              PublishedLine line = records.recall(bytes);
              Fingerprint check = fingerprinter.of(line.identity(), false, bytes, 0, 0, null);
              if (check.idHigh() != high || check.idLow() != low) {
                throw new IllegalStateException(
                    "a published line of " + plan.key() + " is not of the record it is kept for");
              }
              newest.merge(
                  hex(high, low),
                  line,
                  (a, b) -> a.precedence().compareTo(b.precedence()) > 0 ? a : b);
            });
    return newest;
  }

  private static boolean isThere(@Nullable PublishedAs as) {
    return as != null && !Fingerprint.gone(as.bytes());
  }

  private static String hex(long high, long low) {
    return String.format("%016x%016x", high, low);
  }

  /** Counts what is published as being there. */
  private static final class Counter implements FingerprintLog.Each {
    private long count;

    @Override
    public void take(long idHigh, long idLow, PublishedAs as) {
      if (isThere(as)) {
        count++;
      }
    }
  }
}
