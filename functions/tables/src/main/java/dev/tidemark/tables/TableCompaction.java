package dev.tidemark.tables;

import dev.tidemark.rest.record.ColumnValues;
import dev.tidemark.tables.row.LiveRows;
import dev.tidemark.tables.row.Positions;
import dev.tidemark.tables.row.RowFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the worst files of a table anew: those of which more than a fifth of the rows are gone,
 * those whose rows lack a column that is declared now, and small ones where there are many. Each
 * step is a commit of its own over a bounded number of bytes, so that whoever runs out of time goes
 * on with the next step next time. A step is refused where a refresh ended a row of one of its
 * files meanwhile, and decided anew.
 */
public final class TableCompaction {
  private static final long STEP = 128L * 1024 * 1024;
  private static final long SMALL = 32L * 1024 * 1024;
  private static final int MANY = 50;
  private static final int GONE = 5;
  private static final int TRIES = 5;

  private final Table table;
  private final @Nullable ColumnValues values;
  private final BooleanSupplier spent;

  /**
   * @param values the typed columns; null for a table that has none
   * @param spent whether no further step is to be begun
   */
  public TableCompaction(Table table, @Nullable ColumnValues values, BooleanSupplier spent) {
    this.table = table;
    this.values = values;
    this.spent = spent;
  }

  /**
   * Takes steps until nothing is left to do, or the time is spent.
   *
   * @return how many files were written anew
   * @throws IOException if a file cannot be read or written
   */
  public int run() throws IOException {
    int rewritten = 0;
    int refused = 0;
    while (!spent.getAsBoolean() && refused < TRIES) {
      table.refresh();
      Snapshot base = table.currentSnapshot();
      LiveRows live = new LiveRows(table);
      List<DataFile> worst = worst(live);
      if (base == null || (worst.isEmpty() && live.deletes().size() <= MANY)) {
        break;
      }
      try {
        step(base, live, worst);
        rewritten += worst.size();
      } catch (CommitFailedException | CommitStateUnknownException | ValidationException e) {
        // The table, loaded anew, says what became of it.
        refused++;
      }
    }
    return rewritten;
  }

  /** The files of the next step, as many as fit in it. */
  private List<DataFile> worst(LiveRows live) {
    boolean crowded = live.files().stream().filter(file -> isSmall(file)).count() > MANY;
    List<DataFile> bad =
        live.files().stream()
            .filter(file -> isBad(file, live) || (crowded && isSmall(file)))
            .sorted(Comparator.comparingDouble(file -> -goneOf(file, live)))
            .toList();
    List<DataFile> step = new ArrayList<>();
    long bytes = 0;
    for (DataFile file : bad) {
      if (!step.isEmpty() && bytes + file.fileSizeInBytes() > STEP) {
        break;
      }
      step.add(file);
      bytes += file.fileSizeInBytes();
    }
    return step;
  }

  private static boolean isSmall(DataFile file) {
    return file.fileSizeInBytes() < SMALL;
  }

  private boolean isBad(DataFile file, LiveRows live) {
    return goneOf(file, live) * GONE > 1 || !RowFiles.have(file, values);
  }

  private static double goneOf(DataFile file, LiveRows live) {
    return (double) live.gone().count(file.location()) / Math.max(file.recordCount(), 1);
  }

  private void step(Snapshot base, LiveRows live, List<DataFile> worst) throws IOException {
    RewriteFiles rewrite = table.newRewrite().validateFromSnapshot(base.snapshotId());
    try (RowFiles files = new RowFiles(table, values)) {
      for (DataFile file : worst) {
        live.records(file, files::add);
        rewrite.deleteFile(file);
      }
      files.complete().forEach(rewrite::addFile);
    }
    Positions left = left(live, worst);
    if (left.count() == 0 || live.deletes().size() > MANY) {
      for (DeleteFile file : live.deletes()) {
        rewrite.deleteFile(file);
      }
      if (left.count() > 0) {
        rewrite.addFile(left.write(table));
      }
    }
    rewrite.commit();
  }

  /** The rows that are gone of the files that stay. */
  private static Positions left(LiveRows live, List<DataFile> worst) {
    Set<String> stay = new HashSet<>();
    live.files().forEach(file -> stay.add(file.location()));
    worst.forEach(file -> stay.remove(file.location()));
    return live.gone().of(stay);
  }
}
