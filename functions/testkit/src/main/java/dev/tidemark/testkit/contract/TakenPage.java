package dev.tidemark.testkit.contract;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.watermark.Watermark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a reader hands over, as text. */
final class TakenPage implements PageSink {
  private final List<Taken> records = new ArrayList<>();
  private final List<String> rejects = new ArrayList<>();

  record Taken(
      String json, String identity, @Nullable Watermark watermark, @Nullable String version) {}

  @Override
  public void accept(RawRecord record) {
    records.add(
        new Taken(record.slice().text(), record.identity(), record.watermark(), record.version()));
  }

  @Override
  public void passOver() {}

  @Override
  public void reject(byte[] json, int offset, int length, String reason) {
    rejects.add(text(json, offset, length));
  }

  List<Taken> records() {
    return records;
  }

  List<String> rejects() {
    return rejects;
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}
