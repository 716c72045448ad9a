package dev.tidemark.lake;

import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import dev.tidemark.core.lake.Manifest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The published lines of a resource with where they are from, whether they count or not. */
public final class History {
  private final Lake lake;
  private final List<PublishedRun> runs;
  private final Map<String, @Nullable RequestRange> known = new HashMap<>();

  /**
   * @param runs those to look into
   */
  public History(Lake lake, List<PublishedRun> runs) {
    this.lake = lake;
    this.runs = List.copyOf(runs);
  }

  /** The {@code count} lines that were published last, the last one first. */
  public List<Version> newest(int count) {
    List<Version> newest = new ArrayList<>();
    for (PublishedRun run :
        runs.stream()
            .sorted(
                Comparator.comparing(PublishedRun::completedAt)
                    .thenComparing(PublishedRun::run)
                    .reversed())
            .toList()) {
      for (Manifest.Entry object : run.objects().reversed()) {
        if (newest.size() == count) {
          return newest;
        }
        Deque<LandedLine> last = last(object, count - newest.size());
        while (!last.isEmpty()) {
          newest.add(version(last.removeLast(), run, object));
        }
      }
    }
    return newest;
  }

  private Deque<LandedLine> last(Manifest.Entry object, int count) {
    Deque<LandedLine> last = new ArrayDeque<>();
    lake.lines(
        object,
        line -> {
          last.addLast(line);
          if (last.size() > count) {
            last.removeFirst();
          }
        });
    return last;
  }

  /**
   * Every line that {@code wanted} takes, by what counts: the first of one identity is the one that
   * does, as far as all are of one form.
   */
  public List<Version> versions(LineReading reading, Predicate<LandedLine> wanted) {
    List<Version> found = new ArrayList<>();
    for (PublishedRun run : runs) {
      for (Manifest.Entry object : run.objects()) {
        lake.lines(
            object,
            line -> {
              if (wanted.test(line)) {
                found.add(version(line, run, object));
              }
            });
      }
    }
    // Of equal ones the later counts, and sorting keeps the order of equal ones.
    List<Version> latestFirst = new ArrayList<>(found.reversed());
    latestFirst.sort(
        Comparator.comparing((Version one) -> reading.precedence(one.line())).reversed());
    return latestFirst;
  }

  /** Shows every line to {@code each}, in the order of the runs and of their lines. */
  public void all(Consumer<Version> each) {
    for (PublishedRun run : runs) {
      for (Manifest.Entry object : run.objects()) {
        known.clear();
        lake.lines(object, line -> each.accept(version(line, run, object)));
      }
    }
  }

  private Version version(LandedLine line, PublishedRun run, Manifest.Entry object) {
    if (!known.containsKey(object.key())) {
      known.put(object.key(), lake.requests(object));
    }
    return new Version(line, run, object, known.get(object.key()));
  }
}
