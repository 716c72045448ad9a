package dev.tidemark.tables;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Precedence;
import dev.tidemark.lake.ExactState;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.tables.row.LiveRows;
import dev.tidemark.tables.row.Positions;
import dev.tidemark.tables.row.TableRow;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What runs that a table lacks change in it: which of their lines enter, and which rows they put an
 * end to. Lines are looked at in parts of which the identities fit in memory.
 */
final class Verdicts {
  /** Lines whose identities are in memory together: some 50 MB of them. */
  private static final int FITS = 200_000;

  private final ExactState state;
  private final LineRecall reading;
  private final Later later;
  private final BitSet records = new BitSet();
  private final BitSet deletes = new BitSet();
  private final Positions ended = new Positions();

  /** A line, and whether what the tables have makes it void. */
  private static final class Candidate {
    private final int number;
    private final boolean deleted;
    private final Precedence precedence;
    private final String run;
    private boolean isVoid;

    Candidate(int number, LandedLine line, Precedence precedence) {
      this.number = number;
      this.deleted = line.deleted();
      this.precedence = precedence;
      this.run = line.run();
    }
  }

  /** Counts the lines of one state. */
  private static final class Count {
    private int lines;

    int next() {
      return lines++;
    }
  }

  private Verdicts(ExactState state, LineRecall reading, Later later) {
    this.state = state;
    this.reading = reading;
    this.later = later;
  }

  /**
   * Decides.
   *
   * @param state what counts of the lines of the runs
   * @param rows of the records that are there
   * @param tombstones the rows of those that are gone
   */
  static Verdicts of(
      ExactState state, LineRecall reading, Later later, LiveRows rows, LiveRows tombstones)
      throws IOException {
    return of(state, reading, later, rows, tombstones, FITS);
  }

  static Verdicts of(
      ExactState state,
      LineRecall reading,
      Later later,
      LiveRows rows,
      LiveRows tombstones,
      int fits)
      throws IOException {
    Verdicts verdicts = new Verdicts(state, reading, later);
    boolean idle = state.records() + state.deletes() == 0;
    if (idle || (rows.files().isEmpty() && tombstones.files().isEmpty())) {
      verdicts.records.set(0, Math.toIntExact(state.records()));
      verdicts.deletes.set(0, Math.toIntExact(state.deletes()));
      return verdicts;
    }
    int parts = Math.toIntExact((state.records() + state.deletes()) / fits + 1);
    for (int part = 0; part < parts; part++) {
      verdicts.decide(verdicts.candidates(part, parts), rows, tombstones);
    }
    return verdicts;
  }

  private Map<String, Candidate> candidates(int part, int parts) throws IOException {
    Map<String, Candidate> candidates = new HashMap<>();
    Count upserts = new Count();
    state.records(line -> add(line, upserts.next(), part, parts, candidates));
    Count tombs = new Count();
    state.deletes(line -> add(line, tombs.next(), part, parts, candidates));
    return candidates;
  }

  private void add(
      byte[] line, int number, int part, int parts, Map<String, Candidate> candidates) {
    LandedLine landed = LandedLine.parse(line);
    String identity = reading.identity(landed);
    if (Math.floorMod(identity.hashCode(), parts) == part) {
      candidates.put(identity, new Candidate(number, landed, reading.precedence(landed)));
    }
  }

  private void decide(Map<String, Candidate> candidates, LiveRows rows, LiveRows tombstones)
      throws IOException {
    rows.each((file, position, row) -> {
      Candidate candidate = candidates.get(row.identity());
      if (candidate != null && !yieldsTo(row, candidate)) {
        ended.add(file.location(), position);
      }
    });
    tombstones.each((_, _, row) -> {
      Candidate candidate = candidates.get(row.identity());
      if (candidate != null) {
        yieldsTo(row, candidate);
      }
    });
    for (Candidate candidate : candidates.values()) {
      if (!candidate.isVoid) {
        (candidate.deleted ? deletes : records).set(candidate.number);
      }
    }
  }

  private boolean yieldsTo(TableRow row, Candidate candidate) {
    if (later.than(row, candidate.precedence, candidate.run)) {
      return false;
    }
    candidate.isVoid = true;
    return true;
  }

  /** The rows that are no more. */
  Positions ended() {
    return ended;
  }

  /** Records that enter. */
  int entering() {
    return records.cardinality();
  }

  /** Deletes that are new. */
  int deleting() {
    return deletes.cardinality();
  }

  /** Whether nothing changes. */
  boolean areNone() {
    return records.isEmpty() && deletes.isEmpty() && ended.count() == 0;
  }

  /** Shows the lines of the records that enter. */
  void records(ExactState.Each each) throws IOException {
    Count count = new Count();
    state.records(line -> {
      if (records.get(count.next())) {
        each.take(line);
      }
    });
  }

  /** Shows the lines of the deletes that are new. */
  void deletes(ExactState.Each each) throws IOException {
    Count count = new Count();
    state.deletes(line -> {
      if (deletes.get(count.next())) {
        each.take(line);
      }
    });
  }
}
