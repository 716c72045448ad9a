package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.Fingerprinter;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.BatchContent;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.PageWriter;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.plan.BatchLimits;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.publish.Deduplicator;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.state.CallCounts;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.Promotion;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A batch while it is being read, and the progress that it leads to. Pages are taken one by one; a
 * page that breaks off is taken back and leaves neither lines nor fingerprints nor counts.
 */
final class BatchDraft implements PageSink, AutoCloseable {
  private final ResourcePlan plan;
  private final Progress before;
  private final BatchKey key;
  private final PageWriter writer;
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final Deduplicator known;

  private Progress after;
  private int pages;
  private @Nullable RequestRange requests;
  private Instant asked;
  private final boolean keepsSeen;
  private final FingerprintLog seen = new FingerprintLog();
  private int seenBefore;
  private PageTally page;
  private @Nullable Long stated;

  BatchDraft(ResourcePlan plan, Progress before, Deduplicator known, Executor compressor) {
    this.plan = plan;
    this.before = before;
    this.known = known;
    this.after = before;
    this.asked = before.run().startedAt();
    this.key =
        BatchKey.of(
            plan.key(), before.run().form().schema(), before.span(), before.span().last() + 1);
    this.writer = new PageWriter(key, plan.limits().gzipLevel(), compressor);
    this.page = new PageTally(plan, before.run(), before.walk(), before.run().startedAt());
    this.keepsSeen = before.run().mode() == Mode.RECONCILE;
  }

  /**
   * Begins the next page.
   *
   * @param asked when it is asked for
   */
  void begin(Instant asked) {
    this.asked = asked;
    stated = null;
    writer.begin(asked);
    page = new PageTally(plan, after.run(), after.walk(), asked);
  }

  @Override
  public void accept(RawRecord record) throws InterruptedException {
    if (!page.see(record)) {
      return;
    }
    Fingerprint fingerprint =
        record.slice().printed(fingerprinter, record.identity(), record.deleted());
    page.content(record, fingerprint);
    PublishedAs before = known.published(fingerprint);
    PublishedAs as = known.news(record, fingerprint, asked);
    page.compare(record, before, as == null);
    if (as == null) {
      page.duplicate();
      if (keepsSeen) {
        seen.add(fingerprint);
      }
      return;
    }
    if (after.walk().stage() == Stage.VANISHED) {
      // A delete that was found out is as old as the walk: whatever was published meanwhile wins.
      writer.begin(record.deleted() ? after.run().startedAt() : asked);
    }
    page.news(record.deleted());
    writer.line(record, fingerprint, as);
  }

  @Override
  public void reject(byte[] json, int offset, int length, String reason) {
    page.rejected();
    writer.reject(json, offset, length, reason);
  }

  @Override
  public void passOver() {
    page.passOver();
  }

  @Override
  public void states(long total) {
    stated = total;
  }

  /** What the API's own count says of the walk, if the page at hand is its last. */
  WholeList whole(PageOutcome.Delivered delivered) {
    Run run = after.run();
    Tally total = after.tally().plus(page.total(0, Warnings.NONE));
    long seen =
        Math.min(
            total.records().seen(),
            known.most(total.records().rejected() + total.records().outside()));
    // A run from the API's bookmark is not over everything, though it has no bound in time.
    boolean bookmarked =
        plan.time().promotion() == Promotion.CURSOR && run.mode() == Mode.INCREMENTAL;
    return delivered.next() != null || bookmarked
        ? WholeList.UNKNOWN
        : WholeList.of(stated, known.there(), seen, run, after.walk());
  }

  /**
   * The page was read to its end: what it brought counts.
   *
   * @param calls that it took
   */
  void commit(PageOutcome.Delivered delivered, int calls) throws InterruptedException {
    writer.commit(delivered.requestId());
    known.commit();
    seenBefore = seen.size();
    pages++;
    String id = delivered.requestId();
    if (id != null) {
      requests = new RequestRange(requests == null ? id : requests.first(), id);
    }
    after =
        after
            .with(
                after
                    .tally()
                    .plus(
                        page.total(calls, delivered.warnings().plus(whole(delivered).warnings()))))
            .at(page.step(delivered, known.full()));
  }

  /** The page broke off. */
  void rollback() {
    writer.rollback();
    known.rollback();
    seen.truncate(seenBefore);
  }

  /** Counts what was spent without a page. */
  void spend(long calls, long throttles, long retries, long waitedMillis) {
    after = after.with(after.tally().plus(new CallCounts(calls, throttles, retries, waitedMillis)));
  }

  /** Whether the page at hand shows that the walk goes in circles, by its cursor {@code next}. */
  boolean closes(String next) {
    return after.walk().position().guard().closes(page.trail(next));
  }

  /**
   * Whether the page at hand shows that the walk goes nowhere: its pages repeat. Where they are
   * shorter than asked for, one repetition does: a position that is no multiple of the size was
   * rounded down, and what lies between is skipped.
   */
  boolean repeats(PageOutcome.Delivered delivered) {
    return (delivered.next() != null && page.pages().stuck())
        || (delivered.warnings().has(Warning.SHORT_PAGES) && page.again());
  }

  /** Ends the walk here, as a trial does. */
  void end() {
    after = after.at(after.walk().end(null));
  }

  Progress after() {
    return after;
  }

  int pages() {
    return pages;
  }

  boolean isFull(Instant begun, Instant now) {
    BatchLimits limits = plan.limits();
    return pages >= limits.pages()
        || writer.size() >= limits.bytes()
        || !now.isBefore(begun.plus(limits.age()));
  }

  /** Ends the draft. */
  Stride finish(StopReason stop) throws InterruptedException {
    if (writer.count() == 0 && writer.rejects() == 0 && seen.size() == 0) {
      boolean moved = pages > 0;
      return new Stride(null, moved ? after.with(after.span().hole()) : after, moved, stop);
    }
    Bytes lines = writer.finishLines();
    Bytes rejects = writer.finishRejects();
    Tally total = after.tally().plusBatch(lines.size());
    Batch batch =
        new Batch(
            key,
            BatchContent.of(lines, writer.count(), rejects),
            writer.fingerprints(),
            seen,
            requests,
            before,
            after.with(total).with(after.span().stored()));
    return new Stride(batch, batch.after(), true, stop);
  }

  @Override
  public void close() {
    writer.close();
  }
}
