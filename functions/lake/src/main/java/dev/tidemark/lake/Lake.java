package dev.tidemark.lake;

import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.run.ResourceKey;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
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
   * @throws IllegalStateException if a manifest cannot be read; the message names it
   */
  public List<PublishedRun> runs(ResourceKey resource) {
    return objects.list(Keys.manifests(resource)).stream()
        .filter(key -> key.endsWith(Keys.MANIFEST_END))
        .map(this::run)
        .sorted(Comparator.comparing(PublishedRun::startedAt).thenComparing(PublishedRun::run))
        .toList();
  }

  /**
   * The completed run whose manifest lies at {@code key}.
   *
   * @throws IllegalStateException if it cannot be read; the message names it
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
   * @throws IllegalStateException if an object is missing, damaged or has other lines than its
   *     manifest says; the message names it
   */
  public void lines(PublishedRun run, Consumer<LandedLine> each) {
    run.objects().forEach(object -> lines(object, each));
  }

  private void lines(Manifest.Entry object, Consumer<LandedLine> each) {
    byte[] bytes = objects.get(object.key());
    if (bytes == null) {
      throw unreadable(object.key(), "a manifest lists it and it is missing", null);
    }
    long lines = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        each.accept(LandedLine.parse(line));
        lines++;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(object.key(), String.valueOf(e.getMessage()), e);
    }
    if (lines != object.records()) {
      String wrong = "it has " + lines + " lines and its manifest says " + object.records();
      throw unreadable(object.key(), wrong, null);
    }
  }

  /** What is published of {@code resource}. */
  public PublishedState state(ResourceKey resource, LineReading reading) {
    PublishedState state = new PublishedState(reading);
    for (PublishedRun run : runs(resource)) {
      lines(run, line -> state.take(line, run));
    }
    return state;
  }

  private IllegalStateException unreadable(String key, String wrong, @Nullable Exception cause) {
    return new IllegalStateException(
        objects.place(key) + " cannot be read back: " + wrong + "; restore the object", cause);
  }
}
