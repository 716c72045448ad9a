package dev.tidemark.memory;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.ManifestJson;
import dev.tidemark.lake.ObjectStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in memory with everything that is landed in it, and a reader's view of what is
 * published.
 */
public final class InMemoryLake
    implements BatchSink, FingerprintIndex, PublishedIndexes, PublishedLines, ObjectStore {
  private final StoredObjects objects;
  private final Map<String, StoredBatch> batches = new HashMap<>();
  private final Map<String, Manifest> manifests = new HashMap<>();
  private final Map<String, PublishedIndex> indexes = new HashMap<>();

  /** Taken apart once, since what is written once stays as it is. */
  private final Map<String, List<LandedLine>> lines = new HashMap<>();

  public InMemoryLake() {
    this(new StoredObjects());
  }

  private InMemoryLake(StoredObjects objects) {
    this.objects = objects;
  }

  @Override
  public synchronized Put put(Batch batch) {
    StoredBatch other = find(batch.key());
    if (other != null) {
      return new Put.Present(other);
    }
    String path = batch.key().path();
    String journal = Keys.journal(batch.key(), "memory");
    objects.put(journal, batch.fingerprints().toBytes());
    objects.put(journal + ".seen", batch.seen().toBytes());
    Bytes rejects = batch.content().rejects();
    if (rejects != null) {
      objects.put(Keys.rejects(batch.key(), "memory"), objects.copy(rejects));
    }
    objects.put(path, objects.copy(batch.content().lines()));
    batches.put(
        path,
        new StoredBatch(
            path,
            batch.content().count(),
            batch.content().lines().size(),
            batch.content().sha256(),
            batch.before(),
            batch.after(),
            journal));
    return new Put.Stored();
  }

  @Override
  public synchronized @Nullable StoredBatch find(BatchKey key) {
    StoredBatch stored = batches.get(key.path());
    if (stored == null && objects.holds(key.path())) {
      throw new IllegalStateException("not a batch: " + key.path());
    }
    return stored;
  }

  @Override
  public synchronized List<StoredBatch> findAll(List<BatchKey> keys) {
    List<StoredBatch> found = new ArrayList<>();
    for (BatchKey key : keys) {
      StoredBatch batch = find(key);
      if (batch == null) {
        throw new IllegalStateException("no batch at " + key.path());
      }
      found.add(batch);
    }
    return found;
  }

  @Override
  public synchronized FingerprintLog fingerprints(StoredBatch batch) {
    return FingerprintLog.of(ByteBuffer.wrap(objects.get(batch.journal())));
  }

  @Override
  public synchronized FingerprintLog seen(StoredBatch batch) {
    return FingerprintLog.of(ByteBuffer.wrap(objects.get(batch.journal() + ".seen")));
  }

  @Override
  public synchronized PublishedIndex read(ResourceKey resource, int schema) {
    return indexes.getOrDefault(
        ResourceKey.of(resource.connection(), resource.resource()) + "/" + schema,
        PublishedIndex.EMPTY);
  }

  @Override
  public synchronized boolean replace(
      ResourceKey resource, int schema, PublishedIndex expected, PublishedIndex next) {
    if (read(resource, schema).revision() != expected.revision()) {
      return false;
    }
    indexes.put(ResourceKey.of(resource.connection(), resource.resource()) + "/" + schema, next);
    return true;
  }

  @Override
  public synchronized void find(ResourceKey resource, int schema, Wanted wanted, Each each) {
    for (Manifest manifest : manifests.values()) {
      if (sameResource(manifest.resource(), resource)
          && manifest.seal().progress().run().form().schema() == schema) {
        manifest.objects().forEach(entry -> find(entry, wanted, each));
      }
    }
  }

  private void find(Manifest.Entry entry, Wanted wanted, Each each) {
    StoredBatch batch = Objects.requireNonNull(batches.get(entry.key()), entry.key());
    List<String> lines = objects.lines(entry.key());
    AtomicInteger number = new AtomicInteger();
    fingerprints(batch)
        .forEach((idHigh, idLow, _) -> {
          String line = lines.get(number.getAndIncrement());
          if (wanted.holds(idHigh, idLow)) {
            each.take(idHigh, idLow, line.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  private static boolean sameResource(ResourceKey one, ResourceKey other) {
    return one.connection().equals(other.connection()) && one.resource().equals(other.resource());
  }

  @Override
  public synchronized String publish(Manifest manifest) {
    Manifest before = manifests.putIfAbsent(manifest.path(), manifest);
    if (before != null && !before.equals(manifest)) {
      throw new IllegalStateException("published before, otherwise: " + manifest.path());
    }
    objects.put(manifest.path(), ManifestJson.bytes(manifest));
    return manifest.path();
  }

  @Override
  public synchronized IndexSegment write(
      ResourceKey resource, String name, FingerprintLog fingerprints) {
    byte[] bytes = fingerprints.toBytes();
    String key = Keys.segment(resource, name + "-" + Bytes.of(bytes).sha256());
    objects.put(key, bytes);
    return new IndexSegment(key, fingerprints.size());
  }

  @Override
  public synchronized FingerprintLog read(IndexSegment segment) {
    byte[] bytes = objects.get(segment.key());
    if (!segment.key().endsWith(Bytes.of(bytes).sha256())) {
      throw new IllegalStateException("damaged: " + segment.key());
    }
    return FingerprintLog.of(ByteBuffer.wrap(bytes));
  }

  /** Another bucket with the same objects, which goes its own way from here. */
  public synchronized InMemoryLake copy() {
    InMemoryLake copy = new InMemoryLake(objects.copy());
    copy.batches.putAll(batches);
    copy.manifests.putAll(manifests);
    copy.indexes.putAll(indexes);
    return copy;
  }

  /** Stores {@code bytes} as they are, over whatever is there. */
  public synchronized void plant(String key, byte[] bytes) {
    batches.remove(key);
    lines.remove(key);
    objects.put(key, bytes);
  }

  /** The object at {@code key}. */
  public synchronized byte[] bytes(String key) {
    return objects.get(key);
  }

  /** The keys that begin with {@code prefix}, sorted. */
  public synchronized List<String> keys(String prefix) {
    return objects.keys(prefix);
  }

  @Override
  public synchronized byte @Nullable [] get(String key) {
    return objects.holds(key) ? objects.get(key) : null;
  }

  @Override
  public List<String> list(String prefix) {
    return keys(prefix);
  }

  @Override
  public String place(String key) {
    return key;
  }

  /** The lines of the object at {@code key}, as they are. */
  public synchronized List<String> texts(String key) {
    return objects.lines(key);
  }

  /** The manifests of {@code resource} and of the runs beside it, in no order. */
  public synchronized List<Manifest> manifests(ResourceKey resource) {
    return manifests.values().stream()
        .filter(one -> sameResource(one.resource(), resource))
        .toList();
  }

  /** What a reader of the manifests sees of {@code resource}. */
  public synchronized Published published(ResourceKey resource) {
    List<LandedLine> all = new ArrayList<>();
    List<Manifest> mine = manifests(resource);
    for (Manifest manifest : mine) {
      manifest.objects().forEach(entry -> all.addAll(lines(entry.key())));
    }
    return new Published(mine, all);
  }

  private List<LandedLine> lines(String key) {
    return lines.computeIfAbsent(
        key, at -> objects.lines(at).stream().map(LandedLine::parse).toList());
  }
}
