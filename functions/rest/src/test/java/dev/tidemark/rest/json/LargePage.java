package dev.tidemark.rest.json;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A program of its own: scans a page far larger than the heap that it is started with. */
final class LargePage {
  private static final long BYTES = 100_000_000;
  private static final String HEAD = "{\"data\":[";
  private static final String RECORD = "{\"id\":1,\"text\":\"" + "x".repeat(1000) + "\"}, ";
  private static final String TAIL = "{\"id\":2}]}";

  private LargePage() {}

  /** Prints how many records it was handed. */
  public static void main(String[] arguments) throws Exception {
    Count count = new Count();
    Shapes.bare().scan(new Page(), Long.MAX_VALUE, count);
    System.out.println(count.records + " records, heap " + Runtime.getRuntime().maxMemory());
  }

  /** The records of the page. */
  static long records() {
    return (BYTES - HEAD.length()) / RECORD.length() + 1;
  }

  private static final class Count implements PageSink {
    private long records;

    @Override
    public void accept(RawRecord record) {
      records++;
    }

    @Override
    public void passOver() {}

    @Override
    public void reject(byte[] json, int offset, int length, String reason) {
      throw new IllegalStateException(reason);
    }
  }

  private static final class Page extends InputStream {
    private final byte[] record = RECORD.getBytes(StandardCharsets.UTF_8);
    private byte[] current = HEAD.getBytes(StandardCharsets.UTF_8);
    private int at;
    private long left = records() - 1;

    @Override
    public int read() {
      throw new UnsupportedOperationException("one byte is never asked for");
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (at == current.length) {
        if (left < 0) {
          return -1;
        }
        current = left-- > 0 ? record : TAIL.getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      int piece = Math.min(length, current.length - at);
      System.arraycopy(current, at, target, offset, piece);
      at += piece;
      return piece;
    }
  }
}
