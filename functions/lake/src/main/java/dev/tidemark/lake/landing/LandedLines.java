package dev.tidemark.lake.landing;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds published lines by the fingerprints that the manifests name: they come in the order of the
 * lines, so that an object is read only if a line of it is wanted.
 */
public final class LandedLines implements PublishedLines {
  /** Manifests in memory together. */
  private static final int AHEAD = 64;

  private final WriteOnceStore store;
  private final Lake lake;
  private final FingerprintIndex index;
  private final ParallelReads reads = new ParallelReads();

  public LandedLines(WriteOnceStore store) {
    this.store = store;
    this.lake = new Lake(store);
    this.index = new LandedSegments(store);
  }

  @Override
  public void find(ResourceKey resource, int schema, Wanted wanted, Each each) {
    List<String> keys =
        store.list(Keys.manifests(resource)).stream()
            .filter(key -> key.endsWith(Keys.MANIFEST_END))
            .toList();
    for (int from = 0; from < keys.size(); from += AHEAD) {
      List<String> few = keys.subList(from, Math.min(from + AHEAD, keys.size()));
      for (PublishedRun run : reads.all(few, lake::run)) {
        if (run.schemaVersion() == schema) {
          find(run, wanted, each);
        }
      }
    }
  }

  private void find(PublishedRun run, Wanted wanted, Each each) {
    if (run.lines() != run.index().stream().mapToLong(IndexSegment::count).sum()) {
      String wrong = "its index does not speak of its " + run.lines() + " lines";
      throw unreadable(run.key(), wrong, null);
    }
    List<WantedLine> lines = new ArrayList<>();
    long[] position = {0};
    for (IndexSegment segment : run.index()) {
      index
          .read(segment)
          .forEach((idHigh, idLow, _) -> {
            if (wanted.holds(idHigh, idLow)) {
              lines.add(new WantedLine(position[0], idHigh, idLow));
            }
            position[0]++;
          });
    }
    long first = 0;
    int next = 0;
    for (Manifest.Entry object : run.objects()) {
      int end = next;
      while (end < lines.size() && lines.get(end).position() < first + object.records()) {
        end++;
      }
      if (end > next) {
        read(object.key(), first, lines.subList(next, end), each);
      }
      next = end;
      first += object.records();
    }
  }

  /**
   * @param position among the lines of its manifest
   */
  private record WantedLine(long position, long idHigh, long idLow) {}

  private void read(String key, long first, List<WantedLine> wanted, Each each) {
    byte[] bytes = store.get(key);
    if (bytes == null) {
      throw unreadable(key, "a manifest lists it and it is missing", null);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      LineReader lines = new LineReader(in);
      long at = first;
      for (WantedLine line : wanted) {
        lines.skip(line.position() - at);
        each.take(line.idHigh(), line.idLow(), lines.next());
        at = line.position() + 1;
      }
    } catch (IOException e) {
      throw unreadable(key, String.valueOf(e.getMessage()), e);
    }
  }

  private IllegalStateException unreadable(String key, String wrong, @Nullable Exception cause) {
    return new IllegalStateException(
        store.place(key) + " cannot be read back: " + wrong + "; restore the object", cause);
  }
}
