package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.publish.Deduplicator;
import dev.tidemark.core.publish.Generations;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Slicing;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Walk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a run into slices of record time, by its first page: that shows the oldest record, and its
 * answer's time is where the last slice ends. Nothing of that page is kept; the first slice reads
 * it again.
 */
final class Cutting {
  /** Records of one page are compared with nothing. */
  private static final int ONE_PAGE = 10_000;

  private final ResourcePlan plan;
  private final PageReader list;
  private final Ports ports;

  Cutting(ResourcePlan plan, PageReader list, Ports ports) {
    this.plan = plan;
    this.list = list;
    this.ports = ports;
  }

  /** Whether {@code progress} is that of a run that is to be cut before it reads. */
  static boolean isDue(Progress progress) {
    Walk walk = progress.walk();
    return progress.run().slicing().mustCut()
        && walk.stage() == Stage.LIST
        && progress.span().last() == 0
        && walk.position().cursor() == null
        && Objects.equals(walk.query().from(), progress.run().scope().from());
  }

  /**
   * Looks at the first page. Where the stride has turned, the run is cut, or is to walk in one
   * piece; any other stop is why there was no page.
   */
  Stride cut(Progress begun, Budget budget) throws InterruptedException {
    Probe probe = new Probe(list);
    Deduplicator known =
        new Deduplicator(new FingerprintTable(ONE_PAGE), new Generations(plan, begun.run()), 0);
    Stride page;
    try (ExecutorService compressor = ReadAhead.compressor()) {
      page = new Assembler(plan.byPage(), probe, ports, budget, known, compressor).next(begun);
    }
    Progress spent = begun.with(begun.tally().with(page.after().tally().calls()));
    return switch (page.stop()) {
      case StopReason.Full() -> turned(cut(spent, probe, page.after().walk().serverStart()));
      case StopReason.Ended() -> turned(whole(spent));
      case StopReason.Turned() -> throw new IllegalStateException("a list has no other stage");
      case StopReason.Unfiltered _,
          StopReason.Implausible _,
          StopReason.OutOfTime _,
          StopReason.Throttled _,
          StopReason.Rejected _,
          StopReason.Broken _ ->
          new Stride(null, spent, false, page.stop());
    };
  }

  /** The cut is durable. */
  void done(Progress cut) {
    if (cut.walk().stage() == Stage.SLICED) {
      ports.listener().on(new LegEvent.Cut(cut));
    }
  }

  private static Stride turned(Progress to) {
    return new Stride(null, to, true, new StopReason.Turned());
  }

  /**
   * The next key is skipped: an earlier owner may still store there what it read in one piece. A
   * record without a time is a contradiction to what is declared: then everything is walked.
   */
  private static Progress cut(Progress begun, Probe probe, @Nullable Instant server) {
    Instant first = probe.first;
    if (server == null || first == null || probe.undated) {
      return whole(begun);
    }
    Run run = begun.run();
    Instant until = run.scope().until();
    Instant end =
        until != null && !until.isAfter(server) ? until : server.truncatedTo(ChronoUnit.SECONDS);
    List<Slice> slices = Cuts.of(run.slicing().workers(), run.scope().from(), first, end);
    if (slices.isEmpty()) {
      return whole(begun);
    }
    Walk sliced =
        begun.walk().seen(null, true, false, server).turn(Stage.SLICED, run.scope().from());
    return begun.with(run.with(run.slicing().into(slices))).with(begun.span().hole()).at(sliced);
  }

  private static Progress whole(Progress begun) {
    return begun.with(begun.run().with(Slicing.NONE));
  }

  /** Notes the times that a page shows. */
  private static final class Probe implements PageReader {
    private final PageReader pages;
    private @Nullable Instant first;
    private boolean undated;

    Probe(PageReader pages) {
      this.pages = pages;
    }

    @Override
    public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
      first = null;
      undated = false;
      return pages.read(request, new Noting(sink));
    }

    private void note(RawRecord record) {
      if (record.watermark() == null) {
        undated = true;
      } else if (first == null || record.watermark().at().isBefore(first)) {
        first = record.watermark().at();
      }
    }

    private final class Noting implements PageSink {
      private final PageSink sink;

      Noting(PageSink sink) {
        this.sink = sink;
      }

      @Override
      public void accept(RawRecord record) throws InterruptedException {
        note(record);
        sink.accept(record);
      }

      @Override
      public void reject(byte[] json, int offset, int length, String reason)
          throws InterruptedException {
        sink.reject(json, offset, length, reason);
      }

      @Override
      public void passOver() {
        sink.passOver();
      }

      @Override
      public void states(long total) {
        sink.states(total);
      }
    }
  }
}
