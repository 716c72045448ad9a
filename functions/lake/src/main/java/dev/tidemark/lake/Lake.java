package dev.tidemark.lake;

import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.run.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is published, as a reader of the manifests sees it. */
public final class Lake {
  private final ObjectStore objects;

  public Lake(ObjectStore objects) {
    this.objects = objects;
  }

  /** The connections that have published anything. */
  public List<String> connections() {
    return names(Keys.manifests());
  }

  /** The resources of {@code connection} that have published anything. */
  public List<String> resources(String connection) {
    return names(Keys.manifests() + connection + "/");
  }

  /** The parts of keys that follow {@code prefix}, each once. */
  private List<String> names(String prefix) {
    return objects.list(prefix).stream()
        .map(key -> key.substring(prefix.length()))
        .filter(rest -> rest.indexOf('/') > 0)
        .map(rest -> rest.substring(0, rest.indexOf('/')))
        .distinct()
        .toList();
  }

  /**
   * The completed runs of {@code resource} and beside it, by the time at which they began.
   *
   * @throws UnreadableLakeException if a manifest cannot be read; the message names it
   */
  public List<PublishedRun> runs(ResourceKey resource) {
    return manifests(resource).stream().map(this::run).sorted(PublishedRun.BY_START).toList();
  }

  /** The keys of the manifests of {@code resource}: others as soon as a run was published. */
  public List<String> manifests(ResourceKey resource) {
    return objects.list(Keys.manifests(resource)).stream()
        .filter(key -> key.endsWith(Keys.MANIFEST_END))
        .toList();
  }

  /** What is remembered of the legs of {@code resource}. */
  public LegRecords legs(ResourceKey resource) {
    return LegRecords.of(objects, resource);
  }

  /**
   * The completed run whose manifest lies at {@code key}.
   *
   * @throws UnreadableLakeException if it cannot be read; the message names it
   */
  public PublishedRun run(String key) {
    byte[] json = objects.get(key);
    if (json == null) {
      throw unreadable(key, "it was listed and is missing", null);
    }
    try {
      return ManifestJson.read(json);
    } catch (IllegalArgumentException e) {
      throw unreadable(key, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Shows the lines of {@code run} to {@code each}, in their order.
   *
   * @throws UnreadableLakeException if an object is missing, damaged or has other lines than its
   *     manifest says; the message names it
   */
  public void lines(PublishedRun run, Consumer<LandedLine> each) {
    run.objects().forEach(object -> lines(object, each));
  }

  /** Shows the lines of one object; see {@link #lines(PublishedRun, Consumer)}. */
  void lines(Manifest.Entry object, Consumer<LandedLine> each) {
    try (ObjectLines from = open(object)) {
      for (byte[] line = from.next(); line != null; line = from.next()) {
        try {
          each.accept(LandedLine.parse(line));
        } catch (IllegalArgumentException e) {
          throw from.unreadable(String.valueOf(e.getMessage()), e);
        }
      }
    }
  }

  /**
   * The keys of all objects of the runs of {@code resource}, whether a manifest lists them or not.
   */
  public List<String> written(ResourceKey resource) {
    List<String> keys = new ArrayList<>();
    Keys.ofRuns(resource).forEach(prefix -> keys.addAll(objects.list(prefix)));
    return keys;
  }

  /** Whether an object lies at {@code key}. */
  public boolean has(String key) {
    return objects.list(key).contains(key);
  }

  /** The vendor's request ids of {@code object}; null where none is known. */
  @Nullable RequestRange requests(Manifest.Entry object) {
    return new RequestIds(objects).of(object);
  }

  /** The lines of {@code object}, one after the other. */
  ObjectLines open(Manifest.Entry object) {
    return new ObjectLines(objects, object);
  }

  /**
   * What is published of {@code resource}, in memory; see {@link StateRuns} and {@link ExactState}.
   */
  public PublishedState state(ResourceKey resource, LineReading reading) {
    PublishedState state = new PublishedState(reading);
    for (PublishedRun run : StateRuns.of(runs(resource))) {
      lines(run, line -> state.take(line, run));
    }
    return state;
  }

  private UnreadableLakeException unreadable(String key, String wrong, @Nullable Exception cause) {
    return ObjectLines.unreadable(objects, key, wrong, cause);
  }
}
