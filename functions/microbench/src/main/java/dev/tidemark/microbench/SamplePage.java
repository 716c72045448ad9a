package dev.tidemark.microbench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A page of Lev's deals as an API prints it: a hundred records of about 1 KB. */
final class SamplePage {
  static final int RECORDS = 100;

  private static final String[] WORDS =
      "refinance bridge lender term sheet closing harbor avenue tower retail office land"
          .split(" ");

  private SamplePage() {}

  /** The page, with or without white space between its tokens. */
  static byte[] of(boolean spaced) {
    Random random = new Random(42);
    StringBuilder page = new StringBuilder("{\"request_id\":\"bench\",\"data\":[");
    for (int id = 1; id <= RECORDS; id++) {
      page.append(id == 1 ? "" : ",").append(record(id, random));
    }
    page.append("],\"pagination\":{\"next_cursor\":\"bQ==\",\"has_more\":true,\"limit\":100}}");
    String text = page.toString();
    return (spaced ? text.replace("\":", "\": ").replace(",\"", ", \"") : text)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of one record. */
  static byte[] record() {
    return record(1, new Random(42)).getBytes(StandardCharsets.UTF_8);
  }

  private static String record(int id, Random random) {
    StringBuilder record = new StringBuilder("{\"id\":" + id + ",\"title\":\"Deal " + id + "\"");
    record
        .append(",\"updated_at\":\"2026-03-04T05:06:07.")
        .append(100 + random.nextInt(900))
        .append("Z\"");
    for (int member = 0; member < 12; member++) {
      record
          .append(",\"amount_")
          .append(member)
          .append("\":")
          .append(random.nextInt(10_000_000) / 100.0);
    }
    record.append(",\"archived\":false,\"owner\":{\"id\":7,\"name\":\"A. Person\"},\"notes\":\"");
    while (record.length() < 1000) {
      record.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return record.append("\"}").toString();
  }
}
