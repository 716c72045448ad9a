package dev.tidemark.rest.page;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.paging.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands a page's records on and looks at where in the list they stand. */
final class ShownSink implements PageSink {
  /** How exactly a server's clock and the times that it prints can be expected to agree. */
  private static final Duration PRECISION = Duration.ofSeconds(2);

  private final PageSink sink;
  private final Instant now;
  private @Nullable Instant lowest;
  private @Nullable Instant second;
  private @Nullable Instant highest;
  private boolean ordered = true;
  private String lastId = "";

  /** A record that comes once more says nothing of the order. */
  private final Set<String> ids = new HashSet<>();

  ShownSink(PageSink sink, Instant now) {
    this.sink = sink;
    this.now = now.plus(PRECISION);
  }

  @Override
  public void accept(RawRecord record) throws InterruptedException {
    lastId = record.identity();
    Watermark watermark = record.watermark();
    // Where a record that is dated in the future belongs cannot be decided.
    if (watermark != null && ids.add(lastId) && !watermark.at().isAfter(now)) {
      see(watermark.at());
    }
    sink.accept(record);
  }

  private void see(Instant at) {
    lowest = lowest == null || at.isBefore(lowest) ? at : lowest;
    if (highest == null || at.isAfter(highest)) {
      second = highest;
      highest = at;
    } else if (at.isBefore(highest)) {
      ordered = false;
    }
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

  Shown shown() {
    return new Shown(lowest, second, highest, ordered, lastId);
  }
}
