package dev.tidemark.lake;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The published state of one resource, held in memory: for every identity the line that counts. */
public final class PublishedState {
  private final LineReading reading;
  private final Map<String, LandedLine> newest = new LinkedHashMap<>();

  /** What a run compares itself with, by publisher and identity. */
  private final Map<String, String> last = new HashMap<>();

  private long lines;
  private long repetitions;

  /** Of no line yet. */
  public PublishedState(LineReading reading) {
    this.reading = reading;
  }

  /** Takes a line that {@code run} publishes; those of one run come in their order. */
  public void take(LandedLine line, PublishedRun run) {
    String identity = take(line);
    String publisher = run.publishesDifferences() ? "" : run.run();
    String said = (line.deleted() ? "-" : "+") + line.record();
    if (said.equals(last.put(publisher + "\n" + identity, said))) {
      repetitions++;
    }
  }

  /** Takes a line, whichever run publishes it. */
  public String take(LandedLine line) {
    String identity = reading.identity(line);
    lines++;
    newest.merge(identity, line, this::later);
    return identity;
  }

  private LandedLine later(LandedLine before, LandedLine now) {
    return reading.precedence(now).compareTo(reading.precedence(before)) >= 0 ? now : before;
  }

  /** The line that counts, by identity. */
  public Map<String, LandedLine> newest() {
    return Collections.unmodifiableMap(newest);
  }

  /** The bytes of the records that are there, by identity. */
  public Map<String, String> records() {
    return bytes(false);
  }

  /** The bytes of the last lines of records that are gone, by identity. */
  public Map<String, String> deletes() {
    return bytes(true);
  }

  private Map<String, String> bytes(boolean deleted) {
    Map<String, String> bytes = new LinkedHashMap<>();
    newest.forEach((identity, line) -> {
      if (line.deleted() == deleted) {
        bytes.put(identity, line.record());
      }
    });
    return bytes;
  }

  /** Lines in all manifests. */
  public long lines() {
    return lines;
  }

  /**
   * Lines whose identity, operation and bytes its publisher's last line of it had: the resource's
   * own runs are one publisher, each run beside them is another.
   */
  public long repetitions() {
    return repetitions;
  }
}
