package dev.tidemark.lake;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.Fingerprinter;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.lake.LineEntry.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The published state of a resource of any size, in a memory that does not grow with it but for a
 * bit a line. Every line is read once to find the one that counts for each identity, by entries
 * that wait in a temporary file; then those that count are read again and handed out as they
 * landed, in the order of the lake.
 */
public final class ExactState {
  /** Identities whose newest lines are in memory together: some 10 MB of them. */
  private static final int FITS = 64 * 1024;

  private static final byte[] NONE = {};

  private final Lake lake;
  private final List<Manifest.Entry> objects = new ArrayList<>();
  private final List<BitSet> records = new ArrayList<>();
  private final List<BitSet> deletes = new ArrayList<>();
  private final int fits;
  private long lines;

  /** Takes lines that count. */
  @FunctionalInterface
  public interface Each {
    /**
     * Takes one.
     *
     * @param line its bytes as they landed, without the line's end
     */
    void take(byte[] line) throws IOException;
  }

  private ExactState(Lake lake, int fits) {
    this.lake = lake;
    this.fits = fits;
  }

  /**
   * Decides what counts of {@code runs}, which are those of one resource and one form; see {@link
   * StateRuns}.
   *
   * @param temporary an existing folder, in which {@value LineEntry#BYTES} bytes are kept of each
   *     line meanwhile
   * @throws UnreadableLakeException if an object cannot be read or the folder takes no more
   */
  public static ExactState of(
      Lake lake, List<PublishedRun> runs, LineReading reading, Path temporary) {
    return of(lake, runs, reading, temporary, FITS);
  }

  static ExactState of(
      Lake lake, List<PublishedRun> runs, LineReading reading, Path temporary, int fits) {
    ExactState state = new ExactState(lake, fits);
    try (Scratch scratch = new Scratch(temporary)) {
      Partitions<LineEntry> entries = Partitions.in(scratch, new LineEntry.Form());
      for (PublishedRun run : runs) {
        run.objects().forEach(object -> state.read(object, reading, entries));
      }
      state.decide(entries);
    }
    return state;
  }

  private void read(Manifest.Entry object, LineReading reading, Partitions<LineEntry> entries) {
    int number = objects.size();
    objects.add(object);
    records.add(new BitSet());
    deletes.add(new BitSet());
    Fingerprinter fingerprinter = new Fingerprinter();
    try (ObjectLines from = lake.open(object)) {
      int line = 0;
      for (byte[] bytes = from.next(); bytes != null; bytes = from.next()) {
        try {
          LandedLine landed = LandedLine.parse(bytes);
          Fingerprint hash =
              fingerprinter.of(reading.identity(landed), landed.deleted(), NONE, 0, 0, null);
          entries.add(
              new LineEntry(
                  new Identity(hash.idHigh(), hash.idLow()),
                  reading.precedence(landed),
                  landed.deleted(),
                  number,
                  line++));
        } catch (IllegalArgumentException e) {
          throw from.unreadable(String.valueOf(e.getMessage()), e);
        }
      }
      lines += line;
    }
  }

  private void decide(Partitions<LineEntry> entries) {
    for (int part = 0; part < Partitions.PARTS; part++) {
      Map<Identity, LineEntry> newest = newest(entries, part);
      if (newest == null) {
        decide(entries.split(part));
      } else {
        newest.values().forEach(this::count);
      }
    }
  }

  /** The entry that counts of each identity in {@code part}; null if there are too many. */
  private @Nullable Map<Identity, LineEntry> newest(Partitions<LineEntry> entries, int part) {
    Map<Identity, LineEntry> newest = new HashMap<>();
    Predicate<LineEntry> take =
        entry -> {
          newest.merge(entry.identity(), entry, ExactState::later);
          return newest.size() <= fits || !entries.divides();
        };
    return entries.show(part, take) ? newest : null;
  }

  private static LineEntry later(LineEntry before, LineEntry now) {
    return now.precedence().compareTo(before.precedence()) >= 0 ? now : before;
  }

  private void count(LineEntry entry) {
    (entry.deleted() ? deletes : records).get(entry.object()).set(entry.line());
  }

  /** Lines that were read. */
  public long lines() {
    return lines;
  }

  /** Records that are there. */
  public long records() {
    return sum(records);
  }

  /** Records that are gone, by the last word on them. */
  public long deletes() {
    return sum(deletes);
  }

  private static long sum(List<BitSet> marks) {
    return marks.stream().mapToLong(BitSet::cardinality).sum();
  }

  /**
   * Hands out the lines of the records that are there, in the order of the lake.
   *
   * @throws IOException if {@code each} does
   */
  public void records(Each each) throws IOException {
    show(records, each);
  }

  /**
   * Hands out the last lines of the records that are gone, in the order of the lake.
   *
   * @throws IOException if {@code each} does
   */
  public void deletes(Each each) throws IOException {
    show(deletes, each);
  }

  private void show(List<BitSet> marks, Each each) throws IOException {
    for (int number = 0; number < objects.size(); number++) {
      BitSet marked = marks.get(number);
      if (marked.isEmpty()) {
        continue;
      }
      try (ObjectLines from = open(number)) {
        int line = 0;
        for (byte[] bytes = from.next(); bytes != null; bytes = from.next()) {
          if (marked.get(line++)) {
            each.take(bytes);
          }
        }
      }
    }
  }

  /** Takes lines that count with where they stand. */
  @FunctionalInterface
  interface EachPlaced {
    /** Takes one: the number of its object, its number there and its bytes. */
    void take(int object, int line, byte[] bytes);
  }

  /** Hands out the lines of the records that are there, or the last ones of those that are gone. */
  void places(boolean gone, EachPlaced each) {
    for (int number = 0; number < objects.size(); number++) {
      BitSet marked = (gone ? deletes : records).get(number);
      if (marked.isEmpty()) {
        continue;
      }
      try (ObjectLines from = open(number)) {
        int line = 0;
        for (byte[] bytes = from.next(); bytes != null; bytes = from.next()) {
          if (marked.get(line)) {
            each.take(number, line, bytes);
          }
          line++;
        }
      }
    }
  }

  /** How many objects were read. */
  int objects() {
    return objects.size();
  }

  /** The key of the object of this number. */
  String key(int number) {
    return objects.get(number).key();
  }

  /** The lines of the object of this number. */
  ObjectLines open(int number) {
    return lake.open(objects.get(number));
  }

  /** The vendor's request ids of the object of this number; null where none is known. */
  @Nullable RequestRange requests(int number) {
    return lake.requests(objects.get(number));
  }
}
