package dev.tidemark.testkit.source;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.watermark.VersionRank;
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
 * @param kind what it is shown as
 * @param change number of its last change among all changes of the collection
 */
record FakeRow(long id, @Nullable Instant updatedAt, long edits, Kind kind, long change) {
  /** How the member begins that only a record has that is asked for alone. */
  static final String DETAIL = ",\"detail\":";

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** What a row is shown as. */
  enum Kind {
    /** A record. */
    RECORD,
    /** What has no id, so that it cannot be a record. */
    ODD,
    /** A stub that says that the record is gone, and no time. */
    STUB
  }

  FakeRow edited(@Nullable Instant at) {
    Kind next = kind == Kind.STUB ? Kind.RECORD : kind;
    return new FakeRow(id, at, edits + 1, next, change);
  }

  FakeRow buried() {
    return new FakeRow(id, null, edits, Kind.STUB, change);
  }

  boolean odd() {
    return kind == Kind.ODD;
  }

  boolean stub() {
    return kind == Kind.STUB;
  }

  FakeRow changed(long number) {
    return new FakeRow(id, updatedAt, edits, kind, number);
  }

  String json() {
    if (kind == Kind.STUB) {
      return "{\"id\":" + id + ",\"deleted\":true}";
    }
    String rest = "\"updated_at\":" + version() + ",\"edits\":" + edits + "}";
    return odd() ? "{" + rest : "{\"id\":" + id + "," + rest;
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
    if (odd()) {
      sink.reject(json, 0, json.length, "no id");
      return;
    }
    Instant at = updatedAt;
    sink.accept(
        new RawRecord(
            JsonSlice.of(json),
            Long.toString(id),
            at == null ? null : new Watermark(at, MILLIS.format(at)),
            at == null ? null : version(),
            VersionRank.of(at),
            0,
            null,
            stub()));
  }

  private String version() {
    return updatedAt == null ? "null" : "\"" + MILLIS.format(updatedAt) + "\"";
  }
}
