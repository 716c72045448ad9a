package dev.tidemark.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.util.SnapshotUtil;
import org.jspecify.annotations.Nullable;

/**
 * The runs that a table has. Each snapshot that takes runs names those in its summary, and a file
 * that lists all that were taken until then: snapshots expire, and what they took must not be
 * forgotten. Where the file is lost as well, runs are taken once more, which changes no row.
 *
 * @param path of the file; null where no snapshot names one
 * @param runs their ids
 */
record RunLedger(@Nullable String path, Set<String> runs) {
  /** In a snapshot's summary: the runs that it took. */
  static final String RUNS = "tidemark.runs";

  /** In a snapshot's summary: where all are listed. */
  static final String LEDGER = "tidemark.ledger";

  /** Below a table's location: where such files lie. */
  static final String FOLDER = "/ledger/";

  RunLedger {
    runs = Set.copyOf(runs);
  }

  /** That of {@code table} as it was loaded. */
  static RunLedger of(Table table) {
    String path = path(SnapshotUtil.currentAncestors(table));
    Set<String> runs = path == null ? new HashSet<>() : read(table, path);
    SnapshotUtil.currentAncestors(table).forEach(snapshot -> runs.addAll(taken(snapshot)));
    return new RunLedger(path, runs);
  }

  private static List<String> taken(Snapshot snapshot) {
    String taken = snapshot.summary().get(RUNS);
    return taken == null ? List.of() : Arrays.asList(taken.split(","));
  }

  /** The newest file that {@code ancestry} names, its newest snapshot first. */
  static @Nullable String path(Iterable<Snapshot> ancestry) {
    for (Snapshot snapshot : ancestry) {
      String path = snapshot.summary().get(LEDGER);
      if (path != null) {
        return path;
      }
    }
    return null;
  }

  private static Set<String> read(Table table, String path) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(table.io().newInputFile(path).newStream()),
                StandardCharsets.UTF_8))) {
      Set<String> runs = new HashSet<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        runs.add(line);
      }
      return runs;
    } catch (NotFoundException e) {
      return new HashSet<>();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** Writes the file of a snapshot of {@code table} that takes {@code more}. */
  RunLedger with(Collection<String> more, Table table) throws IOException {
    Set<String> all = new TreeSet<>(runs);
    all.addAll(more);
    String written = table.location() + FOLDER + UUID.randomUUID() + ".txt.gz";
    try (Writer lines =
        new OutputStreamWriter(
            new GZIPOutputStream(table.io().newOutputFile(written).create()),
            StandardCharsets.UTF_8)) {
      for (String run : all) {
        lines.write(run + "\n");
      }
    }
    return new RunLedger(written, all);
  }

  /**
   * Whether nothing was taken in {@code ancestry} but what is in this, and none of {@code more}.
   */
  boolean isNewestIn(Iterable<Snapshot> ancestry, Collection<String> more) {
    for (Snapshot snapshot : ancestry) {
      if (taken(snapshot).stream().anyMatch(more::contains)) {
        return false;
      }
    }
    String newest = path(ancestry);
    return newest == null ? path == null : newest.equals(path);
  }
}
