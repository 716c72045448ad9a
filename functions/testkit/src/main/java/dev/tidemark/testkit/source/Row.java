package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.RawRecord;
import dev.tidemark.core.watermark.Watermark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One record of the collection.
 *
 * @param updatedAt of its last edit; printed in milliseconds; null where it has none
 * @param edits how often it was edited
 * @param odd whether it has no id, so that it cannot be a record
 * @param change number of its last change among all changes of the collection
 */
record Row(long id, @Nullable Instant updatedAt, long edits, boolean odd, long change) {
  /** How the member begins that only a record has that is asked for alone. */
  static final String DETAIL = ",\"detail\":";

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  Row edited(@Nullable Instant at) {
    return new Row(id, at, edits + 1, odd, change);
  }

  Row changed(long number) {
    return new Row(id, updatedAt, edits, odd, number);
  }

  String json() {
    String rest = "\"updated_at\":" + version() + ",\"edits\":" + edits + "}";
    return odd ? "{" + rest : "{\"id\":" + id + "," + rest;
  }

  void handTo(PageSink sink) throws InterruptedException {
    handTo(json(), sink);
  }

  /** Hands the record over in the form that shows more of it. */
  void handInDetailTo(PageSink sink) throws InterruptedException {
    String json = json();
    handTo(json.substring(0, json.length() - 1) + DETAIL + edits + "}", sink);
  }

  private void handTo(String text, PageSink sink) throws InterruptedException {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    if (odd) {
      sink.reject(json, 0, json.length, "no id");
      return;
    }
    Instant at = updatedAt;
    sink.accept(
        new RawRecord(
            json,
            0,
            json.length,
            Long.toString(id),
            at == null ? null : new Watermark(at, MILLIS.format(at)),
            at == null ? null : version(),
            null,
            false,
            null));
  }

  private String version() {
    return updatedAt == null ? "null" : "\"" + MILLIS.format(updatedAt) + "\"";
  }
}
