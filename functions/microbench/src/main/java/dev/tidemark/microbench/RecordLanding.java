package dev.tidemark.microbench;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.Fingerprinter;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.PageWriter;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a record to its fingerprint, and to its compressed line: time per record of 1 KB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RecordLanding {
  private static final int PAGES = 10;
  private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final BatchKey KEY =
      new BatchKey(
          ResourceKey.of("lev", "deals"), 1, TIME, new RunId("20260203T040506Z-0123456789"), 1);

  private final JsonSlice json = JsonSlice.of(SamplePage.record());
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final RawRecord record =
      new RawRecord(json, "1", null, "\"2026-03-04T05:06:07.123Z\"", 7, 0, null, false);

  /** The fingerprint alone. */
  @Benchmark
  public Fingerprint fingerprint() {
    return fingerprinter.of(
        "1234567", false, json.bytes(), json.offset(), json.length(), json.skipped());
  }

  /** Lines of a batch of ten pages, compressed by the same thread. */
  @Benchmark
  @OperationsPerInvocation(PAGES * SamplePage.RECORDS)
  public long line() throws InterruptedException {
    try (PageWriter writer = new PageWriter(KEY, 1, Runnable::run)) {
      for (int page = 0; page < PAGES; page++) {
        writer.begin(TIME);
        for (int i = 0; i < SamplePage.RECORDS; i++) {
          writer.line(record, new Fingerprint(1, 2, 3), new PublishedAs(3, 7, 0, 5));
        }
        writer.commit(null);
      }
      return writer.finishLines().size();
    }
  }
}
