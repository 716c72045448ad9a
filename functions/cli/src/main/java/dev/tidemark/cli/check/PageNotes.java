package dev.tidemark.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the records of a page and keeps what claims are about. */
final class PageNotes implements PageSink {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Seen> records = new ArrayList<>();
  private int rejected;
  private int hidden;
  private String firstRejection = "";
  private String first = "";
  private final List<JsonNode> trees = new ArrayList<>();

  @Override
  public void accept(RawRecord record) {
    if (records.isEmpty()) {
      first = record.slice().text();
    }
    trees.add(tree(record.slice()));
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

  private static JsonNode tree(JsonSlice slice) {
    try {
      return JSON.readTree(slice.bytes(), slice.offset(), slice.length());
    } catch (IOException e) {
      throw new UncheckedIOException("a record that is no JSON", e);
    }
  }

  /** The records as trees, as they came. */
  List<JsonNode> trees() {
    return trees;
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
