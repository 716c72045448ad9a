package dev.tidemark.testkit.source;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One record of the collection.
 *
 * @param updatedAt of its last edit; printed in milliseconds
 * @param edits how often it was edited
 * @param odd whether it has no id, so that it cannot be a record
 */
record Row(long id, Instant updatedAt, long edits, boolean odd) {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  Row edited(Instant at) {
    return new Row(id, at, edits + 1, odd);
  }

  String time() {
    return MILLIS.format(updatedAt);
  }

  String json() {
    String rest = "\"updated_at\":\"" + time() + "\",\"edits\":" + edits + "}";
    return odd ? "{" + rest : "{\"id\":" + id + "," + rest;
  }
}
