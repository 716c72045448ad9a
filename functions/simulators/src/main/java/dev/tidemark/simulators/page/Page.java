package dev.tidemark.simulators.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.simulators.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of records.
 *
 * @param records the records as they are written; null is written as {@code null}
 * @param hasMore what the envelope claims
 * @param next the written value of the next cursor (quoted, or {@code null} as a word); null leaves
 *     the member out
 * @param paginated whether the envelope has its pagination members at all
 */
public record Page(
    @Nullable List<Json> records, boolean hasMore, @Nullable String next, boolean paginated) {
  public Page {
    records = records == null ? null : List.copyOf(records);
  }

  /** An honest page; {@code next} is the cursor of the page behind it, null at the end. */
  public static Page of(List<Json> records, @Nullable String next) {
    return new Page(records, next != null, next == null ? "null" : Json.quoted(next), true);
  }

  /** The bytes {@code head}, the records as an array, {@code tail}. */
  public byte[] enclosed(String head, String tail) {
    byte[] start = (head + (records == null ? "null" : "[")).getBytes(UTF_8);
    byte[] end = ((records == null ? "" : "]") + tail).getBytes(UTF_8);
    List<Json> rows = records == null ? List.of() : records;
    int commas = Math.max(0, rows.size() - 1);
    int length = start.length + end.length + commas + rows.stream().mapToInt(Json::length).sum();
    byte[] body = new byte[length];
    System.arraycopy(start, 0, body, 0, start.length);
    int at = start.length;
    for (Json row : rows) {
      if (at > start.length) {
        body[at++] = ',';
      }
      at = row.copyTo(body, at);
    }
    System.arraycopy(end, 0, body, at, end.length);
    return body;
  }

  Page withRecords(@Nullable List<Json> changed) {
    return new Page(changed, hasMore, next, paginated);
  }

  Page withNext(@Nullable String raw) {
    return new Page(records, true, raw, paginated);
  }
}
