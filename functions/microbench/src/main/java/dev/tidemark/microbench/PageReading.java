package dev.tidemark.microbench;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.query.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of an answer to the records that are handed over: time per record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PageReading {
  /** Whether the API writes a blank after each colon and comma. */
  @Param({"false", "true"})
  public boolean spaced;

  private PageReader reader;
  private PageRequest request;

  /** Opens the source. */
  @Setup
  public void open() {
    SourceConnection source =
        SourceConnection.open(
            "lev",
            Sources.builtIn("lev"),
            BaseUrl.of("http://127.0.0.1:1", true),
            Settings.DEFAULT,
            Credential.of("bench"));
    CannedPage page = new CannedPage(SamplePage.of(spaced));
    reader = source.reader("deals", page, InstantSource.system()).list();
    request = new PageRequest(null, null, null, Duration.ofMinutes(1));
  }

  /** One page. */
  @Benchmark
  @OperationsPerInvocation(SamplePage.RECORDS)
  public void page(Blackhole hole) throws InterruptedException {
    Counting sink = new Counting(hole);
    PageOutcome outcome = reader.read(request, sink);
    if (!(outcome instanceof PageOutcome.Delivered) || sink.taken != SamplePage.RECORDS) {
      throw new IllegalStateException(sink.taken + " records, and " + outcome);
    }
  }

  private static final class Counting implements PageSink {
    private final Blackhole hole;
    private int taken;

    private Counting(Blackhole hole) {
      this.hole = hole;
    }

    @Override
    public void accept(RawRecord record) {
      taken++;
      hole.consume(record);
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason) {
      throw new IllegalStateException(reason);
    }

    @Override
    public void passOver() {
      throw new IllegalStateException("nothing may be passed over");
    }
  }
}
