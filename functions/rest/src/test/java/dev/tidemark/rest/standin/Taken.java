package dev.tidemark.rest.standin;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a reader hands over, as text. */
public final class Taken implements PageSink {
  private final List<Landed> records = new ArrayList<>();
  private final List<Long> ranks = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private int passedOver;

  /**
   * One record.
   *
   * @param watermark the raw text; null where it has none that can be read
   * @param parent as JSON text; null for a record that has none
   * @param compared its bytes without those that do not count
   */
  public record Landed(
      String json,
      String identity,
      @Nullable String watermark,
      @Nullable String version,
      @Nullable String parent,
      boolean deleted,
      String compared) {}

  /** What cannot be a record. */
  public record Reject(String json, String reason) {}

  /** The ranks of the records, in their order. */
  public List<Long> ranks() {
    return List.copyOf(ranks);
  }

  @Override
  public void accept(RawRecord record) {
    ranks.add(record.rank());
    records.add(
        new Landed(
            record.slice().text(),
            record.identity(),
            record.watermark() == null ? null : record.watermark().raw(),
            record.version(),
            record.parent(),
            record.deleted(),
            compared(record.slice())));
  }

  @Override
  public void passOver() {
    passedOver++;
  }

  @Override
  public void reject(byte[] json, int offset, int length, String reason) {
    rejects.add(new Reject(text(json, offset, length), reason));
  }

  /** The records, in order. */
  public List<Landed> records() {
    return records;
  }

  /** The rejects, in order. */
  public List<Reject> rejects() {
    return rejects;
  }

  /** How many parents were passed over. */
  public int passedOver() {
    return passedOver;
  }

  private static String compared(JsonSlice slice) {
    int[] skipped = slice.skipped();
    StringBuilder text = new StringBuilder();
    int from = slice.offset();
    for (int i = 0; skipped != null && i < skipped.length; i += 2) {
      text.append(text(slice.bytes(), from, skipped[i] - from));
      from = skipped[i + 1];
    }
    return text.append(text(slice.bytes(), from, slice.end() - from)).toString();
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}
