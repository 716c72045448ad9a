package dev.tidemark.testkit.contract;

import dev.tidemark.core.fingerprint.Fingerprinter;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.PageWriter;
import dev.tidemark.core.lake.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lines as strange as records, versions and parents may be, in every combination. */
final class OddLines {
  private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");

  private static final List<String> RECORDS =
      List.of(
          "{}",
          "{\"id\":1}",
          "{\"id\":\"\"}",
          "{\"\":{}}",
          "{\"id\":1,\"id\":2}",
          "{\"n\":12345678901234567890123,\"d\":1.10,\"e\":-0.0E+5}",
          "{\"a\":\"}}\",\"b\":\"{\\\"_tidemark\\\":{\"}",
          "{\"a\":{\"_tidemark\":{\"run\":\"x\"}}}",
          "{\"s\":\"\\u0000\\ud83c\\udf0a \u4e2d \u2028\",\"t\":\"\\\\\"}",
          "{\"l\":[{},[],{\"a\":[[]]}],\"long\":\"" + "x".repeat(100_000) + "\"}");

  private static final String[] VERSIONS = {
    null, "\"2026-01-01T00:00:00Z\"", "7", "-1e400", "\"a,\\\"parent\\\":1}}\"", "\"\""
  };

  private static final String[] PARENTS = {null, "9", "\"p\"", "\"p\\\"}},\\\"generation\\\":1\""};
  private static final int[] GENERATIONS = {0, 1, Integer.MAX_VALUE / 1000};

  private OddLines() {}

  /** What the lines of a batch at {@code key} say, in their order. */
  static List<LandedLine> of(BatchKey key) {
    List<LandedLine> all = new ArrayList<>();
    for (String record : RECORDS) {
      for (String version : VERSIONS) {
        for (String parent : PARENTS) {
          for (int generation : GENERATIONS) {
            all.add(
                new LandedLine(
                    record,
                    key.run().value(),
                    key.sequence(),
                    TIME,
                    all.size() % 3 == 0,
                    version,
                    parent,
                    generation));
          }
        }
      }
    }
    return all;
  }

  /** The lines, as a run writes them. */
  static Bytes written(BatchKey key, List<LandedLine> lines) {
    try (PageWriter writer = new PageWriter(key, 1, Runnable::run)) {
      Fingerprinter fingerprinter = new Fingerprinter();
      writer.begin(TIME);
      for (LandedLine line : lines) {
        byte[] bytes = line.record().getBytes(StandardCharsets.UTF_8);
        writer.line(
            record(line, bytes),
            fingerprinter.of("1", line.deleted(), bytes, 0, bytes.length, null),
            new PublishedAs(1, 0, line.generation(), 0));
      }
      writer.commit(null);
      return writer.finishLines();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static RawRecord record(LandedLine line, byte[] bytes) {
    return new RawRecord(
        JsonSlice.of(bytes),
        "1",
        null,
        line.version(),
        0,
        line.generation(),
        line.parent(),
        line.deleted());
  }
}
