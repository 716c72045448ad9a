package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.core.watermark.VersionRank;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides which generation a line carries. A reader compares generations before versions, so that
 * raising one lets later knowledge win over a version that goes back: a date corrected, a record
 * restored from a backup.
 *
 * <p>What a run reads is certainly later than what was published before it began, unless a copy of
 * the API's that lags answered: that is what the settle lag is for. So a run of the resource's own
 * raises a generation where the rank that it contradicts had been known for the settle lag when the
 * run began, and was entered into the index before. Where that is not certain the version decides,
 * and the record is left in doubt: it is published, and judged, again when it is seen again.
 */
public final class Generations {
  private final boolean raises;

  /**
   * Whether the API's bookmark goes from run to run: it shows each change once, in order, so that a
   * run has read what came after all that runs before it have.
   */
  private final boolean feed;

  private final long settled;
  private final long begun;

  public Generations(ResourcePlan plan, Run run) {
    this.raises = plan.compares(run);
    this.feed = plan.time().promotion() == Promotion.CURSOR;
    this.begun = run.startedAt().getEpochSecond();
    this.settled = feed ? begun : begun - roundedUp(plan.time().settleLag());
  }

  /** What {@code known} is for the run where it was entered before the run began. */
  PublishedAs before(PublishedAs known) {
    return feed ? known.notAfter(begun - 1) : known;
  }

  /** What {@code known} is for the run where others entered it since the run began. */
  PublishedAs meanwhile(PublishedAs known) {
    return known.notBefore(begun);
  }

  /**
   * What the identity of {@code record}, which is news, is published as with its line.
   *
   * @param bytes of its fingerprint
   * @param before what it was published as; null where that is not known
   * @param table in which it is not known then
   * @param asked when its page was asked for
   */
  PublishedAs next(
      RawRecord record,
      long bytes,
      @Nullable PublishedAs before,
      FingerprintTable table,
      Instant asked) {
    boolean stub = record.deleted() && record.rank() == VersionRank.NONE;
    if (before == null) {
      // Of what is past the bound, a line of the highest generation forgotten is the newest.
      int least = Math.max(table.forgotten() + (stub && table.full() ? 1 : 0), record.generation());
      return new PublishedAs(bytes, record.rank(), least, since(asked));
    }
    if (record.generation() > before.generation()) {
      return new PublishedAs(bytes, record.rank(), record.generation(), since(asked));
    }
    if (stub && (before.rank() > VersionRank.NONE || before.unranked())) {
      // It would lose against every version, and a source of such a version knows no later one.
      return new PublishedAs(bytes, record.rank(), before.generation() + 1, since(asked));
    }
    if (contradicts(record.rank(), before.rank()) && raises) {
      return isSettled(before)
          ? new PublishedAs(bytes, record.rank(), before.generation() + 1, since(asked))
          : before.doubted();
    }
    int since = record.rank() == before.rank() ? before.since() : since(asked);
    return new PublishedAs(bytes, record.rank(), before.generation(), since);
  }

  private static boolean contradicts(long rank, long published) {
    return rank < published || (rank == published && VersionRank.saturated(rank));
  }

  private boolean isSettled(PublishedAs before) {
    return Integer.toUnsignedLong(before.since()) < settled;
  }

  private int since(Instant asked) {
    return (int) Math.max(begun, roundedUp(Duration.between(Instant.EPOCH, asked)));
  }

  private static long roundedUp(Duration time) {
    return time.getNano() > 0 ? time.getSeconds() + 1 : time.getSeconds();
  }
}
