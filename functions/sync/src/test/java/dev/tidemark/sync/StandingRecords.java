package dev.tidemark.sync;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedState;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.record.LineRecall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands of a resource in a bench's lake.
 *
 * @param lines all that are published
 */
record StandingRecords(LineRecall reading, List<LandedLine> lines, PublishedState state) {
  private static final int MOST_SHOWN = 500;

  static StandingRecords of(Bench bench, String resource) {
    LineRecall reading =
        new LineRecall(Sources.builtIn(bench.wiring.connection()).resource(resource));
    StandingRecords standing =
        new StandingRecords(reading, new ArrayList<>(), new PublishedState(reading));
    Lake lake = new Lake(bench.lake);
    lake.runs(bench.key(resource)).forEach(run -> lake.lines(run, standing::take));
    return standing;
  }

  private void take(LandedLine line) {
    lines.add(line);
    state.take(line);
  }

  private static boolean isBareTombstone(LandedLine line) {
    return line.deleted() && line.record().indexOf(',') < 0;
  }

  private static String said(LandedLine line) {
    return (line.deleted() ? "delete " : "upsert ") + line.record();
  }

  /** What stands: by identity, the operation and the record's bytes. */
  Map<String, String> records() {
    Map<String, String> records = new TreeMap<>();
    state
        .newest()
        .forEach((identity, line) -> {
          if (!isBareTombstone(line)) {
            records.put(identity, said(line));
          }
        });
    return records;
  }

  /** What stands otherwise than {@code expected}, each with the lines that were published of it. */
  List<String> differences(Map<String, String> expected) {
    Map<String, String> records = records();
    Set<String> identities = new TreeSet<>(expected.keySet());
    identities.addAll(records.keySet());
    return identities.stream()
        .filter(id -> !Objects.equals(records.get(id), expected.get(id)))
        .map(id -> id + " is " + shown(expected.get(id)) + " and was published as " + history(id))
        .toList();
  }

  private List<String> history(String identity) {
    return lines.stream()
        .filter(line -> reading.identity(line).equals(identity))
        .sorted(Comparator.comparing(reading::precedence))
        .map(line -> "at " + line.fetchedAt() + " in " + line.run() + ": " + shown(said(line)))
        .toList();
  }

  private static String shown(@Nullable String record) {
    return record == null
        ? "gone"
        : record.substring(0, Math.min(record.length(), MOST_SHOWN)).strip();
  }

  /** Identity, operation and bytes of all lines of the runs that {@code run} accepts. */
  List<String> records(Predicate<String> run) {
    return lines.stream()
        .filter(line -> run.test(line.run()))
        .map(line -> reading.identity(line) + " " + said(line))
        .toList();
  }
}
