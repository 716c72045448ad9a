package dev.tidemark.tables;

import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.ExactState;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.rest.record.ColumnValues;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.tables.row.LiveRows;
import dev.tidemark.tables.row.RowFiles;
import dev.tidemark.tables.row.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;

/**
 * Brings the tables of a resource up to what is published.
 *
 * <p>All published runs that a table lacks are taken in one commit: the rows that enter in new
 * files, and the positions of those that they replace or delete. Deletes are durable in a table of
 * their own before: once a row is gone, only that tells an older line that comes late from a new
 * record. A commit is refused where another took a run meanwhile or changed a file that it speaks
 * of; then everything is decided anew. What a process that died left behind is no row of any
 * snapshot.
 */
public final class TableRefresh {
  private static final int TRIES = 10;

  /** Runs that change nothing are noted with the next that does, or when they are so many. */
  private static final int MANY = 50;

  private final LakeTables tables;
  private final Lake lake;
  private final Subject subject;
  private final Path temporary;

  /**
   * What is brought up.
   *
   * @param key the resource
   * @param database in which its tables lie
   * @param schema the landed form that its definition has now
   * @param reading what its definition knows of its lines
   */
  public record Subject(ResourceKey key, String database, int schema, LineRecall reading) {
    TableName table(int version) {
      return new TableName(key, database, version);
    }
  }

  /**
   * @param temporary an existing folder for what is kept of lines meanwhile
   */
  public TableRefresh(LakeTables tables, Lake lake, Subject subject, Path temporary) {
    this.tables = tables;
    this.lake = lake;
    this.subject = subject;
    this.temporary = temporary;
  }

  /**
   * What came of a refresh.
   *
   * @param tables what became of each table that took a run, once for each of its commits
   * @param whole whether all runs that were lacking were looked at
   */
  public record Taken(List<Refreshed> tables, boolean whole) {
    public Taken {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Takes all published runs that the tables lack.
   *
   * @return what became of each table that took any
   * @throws IOException if a file cannot be read or written; nothing is half done then
   */
  public List<Refreshed> run() throws IOException {
    return run(Long.MAX_VALUE, () -> false).tables();
  }

  /**
   * The same in portions, each of which is a commit of its own, so that whoever is killed for its
   * time has not worked for nothing.
   *
   * @param lines in a portion, where it has more runs than one
   * @param spent whether no further portion is to be begun
   * @throws IOException if a file cannot be read or written; nothing is half done then
   */
  public Taken run(long lines, BooleanSupplier spent) throws IOException {
    List<Refreshed> refreshed = new ArrayList<>();
    for (List<PublishedRun> portion : Portions.of(lacking(), lines)) {
      if (spent.getAsBoolean()) {
        return new Taken(refreshed, false);
      }
      Refreshed one = take(portion, subject.table(portion.getFirst().schemaVersion()));
      if (!one.runs().isEmpty()) {
        refreshed.add(one);
      }
    }
    return new Taken(refreshed, true);
  }

  /**
   * Writes the worst files of the tables anew, and deletes what is old and has no use.
   *
   * @param clock tells what is old
   * @param spent whether nothing further is to be begun
   * @return how many files were written anew
   * @throws IOException if a file cannot be read or written
   */
  public int tidy(InstantSource clock, BooleanSupplier spent) throws IOException {
    int rewritten = 0;
    for (int form = 1; form <= subject.schema(); form++) {
      Table current = tables.find(subject.table(form));
      if (current != null) {
        Table deleted = tables.deleted(subject.table(form));
        ColumnValues columns = form == subject.schema() ? subject.reading().columns() : null;
        rewritten += columns == null ? 0 : new TableCompaction(current, columns, spent).run();
        rewritten += new TableCompaction(deleted, null, spent).run();
        for (Table table : List.of(current, deleted)) {
          if (!spent.getAsBoolean()) {
            new Cleaning(table, clock).run();
          }
        }
      }
    }
    return rewritten;
  }

  /** The tables of the records that are there, of all forms up to the present one. */
  private List<Table> tables() {
    return IntStream.rangeClosed(1, subject.schema())
        .mapToObj(form -> tables.find(subject.table(form)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The runs that no table of the forms up to the present one has. */
  private List<PublishedRun> lacking() {
    Set<String> taken = new HashSet<>();
    tables().forEach(table -> taken.addAll(RunLedger.of(table).runs()));
    return lake.manifests(subject.key()).stream()
        .filter(key -> !taken.contains(Keys.run(key)))
        .map(lake::run)
        .toList();
  }

  private Refreshed take(List<PublishedRun> published, TableName name) throws IOException {
    RuntimeException refused = null;
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        return attempt(published, name);
      } catch (CommitFailedException | CommitStateUnknownException | ValidationException e) {
        // Whatever became of it: the table, loaded anew, says what it has.
        refused = e;
      }
    }
    throw new IllegalStateException(
        name.current() + " was changed by others " + TRIES + " times meanwhile; try again",
        refused);
  }

  private Refreshed attempt(List<PublishedRun> published, TableName name) throws IOException {
    Table current = tables.current(name, subject.reading().columns().columns());
    RunLedger ledger = RunLedger.of(current);
    List<PublishedRun> runs =
        published.stream()
            .filter(run -> !ledger.runs().contains(run.run()))
            .sorted(PublishedRun.BY_START)
            .toList();
    if (runs.isEmpty()) {
      return Refreshed.none(name);
    }
    subject.reading().columns().clear();
    Table deleted = tables.deleted(name);
    Verdicts verdicts = verdicts(runs, current, deleted);
    List<String> ids = runs.stream().map(PublishedRun::run).toList();
    if (verdicts.areNone() && ids.size() < MANY) {
      return Refreshed.none(name);
    }
    if (verdicts.deleting() > 0) {
      bury(verdicts, deleted);
    }
    commit(verdicts, ids, ledger, current);
    return new Refreshed(
        name.current().toString(),
        ids,
        verdicts.entering(),
        verdicts.ended().count(),
        verdicts.deleting(),
        misfits());
  }

  private Verdicts verdicts(List<PublishedRun> runs, Table current, Table deleted)
      throws IOException {
    ExactState state = ExactState.of(lake, runs, subject.reading(), temporary);
    Later later = new Later(lake, subject.key(), subject.reading());
    return Verdicts.of(
        state, subject.reading(), later, new LiveRows(current), new LiveRows(deleted));
  }

  private Map<String, Long> misfits() {
    ColumnValues columns = subject.reading().columns();
    Map<String, Long> misfits = new TreeMap<>();
    for (int column = 0; column < columns.columns().size(); column++) {
      if (columns.misfits(column) > 0) {
        misfits.put(columns.columns().get(column).name(), columns.misfits(column));
      }
    }
    return misfits;
  }

  private void bury(Verdicts verdicts, Table deleted) throws IOException {
    AppendFiles append = deleted.newAppend();
    try (RowFiles files = new RowFiles(deleted, null)) {
      verdicts.deletes(line -> add(line, files));
      files.complete().forEach(append::appendFile);
    }
    append.commit();
  }

  private void commit(Verdicts verdicts, List<String> ids, RunLedger ledger, Table current)
      throws IOException {
    RowDelta delta = current.newRowDelta();
    try (RowFiles files = new RowFiles(current, subject.reading().columns())) {
      verdicts.records(line -> add(line, files));
      for (DataFile file : files.complete()) {
        delta.addRows(file);
      }
    }
    if (verdicts.ended().count() > 0) {
      delta.addDeletes(verdicts.ended().write(current));
      delta.validateDataFilesExist(verdicts.ended().files()).validateDeletedFiles();
    }
    Snapshot base = current.currentSnapshot();
    if (base != null) {
      delta.validateFromSnapshot(base.snapshotId());
    }
    delta
        .conflictDetectionFilter(Expressions.alwaysTrue())
        .validateNoConflictingDataFiles()
        .validateNoConflictingDeleteFiles()
        .validateWith(ancestry -> ledger.isNewestIn(ancestry, ids))
        .set(RunLedger.RUNS, String.join(",", ids))
        .set(RunLedger.LEDGER, String.valueOf(ledger.with(ids, current).path()))
        .commit();
  }

  private void add(byte[] line, RowFiles to) throws IOException {
    LandedLine landed = LandedLine.parse(line);
    to.add(TableRow.of(landed, subject.reading().name(landed)), LandedLine.record(line));
  }
}
