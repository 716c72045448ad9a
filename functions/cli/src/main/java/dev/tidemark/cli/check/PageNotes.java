package dev.tidemark.cli.check;

import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the records of a page and keeps what claims are about. */
final class PageNotes implements PageSink {
  private final List<Seen> records = new ArrayList<>();
  private int rejected;
  private int hidden;
  private String firstRejection = "";
  private String first = "";

  @Override
  public void accept(RawRecord record) {
    if (records.isEmpty()) {
      first = new String(record.bytes(), record.offset(), record.length(), StandardCharsets.UTF_8);
    }
    records.add(
        new Seen(
            record.identity(), record.watermark(), record.version() != null, record.deleted()));
  }

  @Override
  public void passOver() {
    hidden++;
  }

  @Override
  public void reject(byte[] json, int offset, int length, String reason) {
    rejected++;
    firstRejection = firstRejection.isEmpty() ? reason : firstRejection;
  }

  /** The records, as they came. */
  List<Seen> records() {
    return records;
  }

  Set<String> ids() {
    return records.stream().map(Seen::id).collect(Collectors.toSet());
  }

  /** The bytes of the first record; empty where there is none. */
  String first() {
    return first;
  }

  int rejected() {
    return rejected;
  }

  /** Lists of parents that may not be read. */
  int hidden() {
    return hidden;
  }

  String firstRejection() {
    return firstRejection;
  }
}
