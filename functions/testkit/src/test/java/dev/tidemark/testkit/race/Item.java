package dev.tidemark.testkit.race;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.core.watermark.Watermark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One record of a collection that stands still.
 *
 * @param edits how often it was edited
 */
record Item(long id, Instant updatedAt, int edits) {
  Item {
    if (!updatedAt.equals(updatedAt.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("not whole seconds: " + updatedAt);
    }
  }

  Item edited(Instant at) {
    return new Item(id, at, edits + 1);
  }

  String json() {
    return "{\"id\":" + id + ",\"updated_at\":\"" + updatedAt + "\",\"edits\":" + edits + "}";
  }

  void handTo(PageSink sink) throws InterruptedException {
    byte[] json = json().getBytes(StandardCharsets.UTF_8);
    String time = updatedAt.toString();
    sink.accept(
        new RawRecord(
            JsonSlice.of(json),
            Long.toString(id),
            new Watermark(updatedAt, time),
            "\"" + time + "\"",
            VersionRank.of(updatedAt),
            0,
            null,
            false));
  }
}
