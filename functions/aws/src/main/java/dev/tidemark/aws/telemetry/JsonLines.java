package dev.tidemark.aws.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON, one document a line. Each line is one write: Lambda makes a log event of every write
 * to its standard output, and a printed line of several kilobytes would come as several that no
 * query can parse.
 */
public final class JsonLines {
  private final PrintStream out;

  /**
   * @param out the function's standard output; locally whatever holds the logs
   */
  public JsonLines(PrintStream out) {
    this.out = out;
  }

  void write(ObjectNode line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
