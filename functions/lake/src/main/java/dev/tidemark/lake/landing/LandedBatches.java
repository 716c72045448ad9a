package dev.tidemark.lake.landing;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.lake.ManifestJson;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lands batches in a store of objects.
 *
 * <p>A batch is up to three objects, written in this order: rejects, journal, lines. The first two
 * are named after their content, so that two owners who believe in the same batch cannot overwrite
 * each other; the third is written only where nothing is and names its journal. Until it exists,
 * there is no batch; as soon as it exists, everything that it needs does. A leg killed in between
 * leaves objects that nothing names.
 */
public final class LandedBatches implements BatchSink {
  /** Journals read at once: their fingerprints are in memory together. */
  private static final int AHEAD = 16;

  private static final String LINES = "application/x-ndjson";

  private final WriteOnceStore store;
  private final StoredBatches stored;
  private final ParallelReads reads = new ParallelReads();

  public LandedBatches(WriteOnceStore store) {
    this.store = store;
    this.stored = new StoredBatches(store);
  }

  @Override
  public Put put(Batch batch) {
    String rejects = putRejects(batch);
    Bytes journal =
        Bytes.of(Journal.bytes(BatchFacts.of(batch, rejects), batch.fingerprints(), batch.seen()));
    String digest = journal.sha256();
    String name = NewObject.name(digest);
    String journalKey = Keys.journal(batch.key(), name);
    store.put(new NewObject(journalKey, journal, digest, "application/octet-stream", Map.of()));
    // No Content-Encoding: a client that unpacked on the way would hand readers other bytes than
    // the manifest counts.
    boolean created =
        store.create(
            new NewObject(
                batch.key().path(),
                batch.content().lines(),
                batch.content().sha256(),
                LINES,
                BatchMetadata.of(batch, name)));
    return created ? new Put.Stored() : present(batch, journalKey);
  }

  /**
   * What is there may be ours: a client repeats a put whose answer was lost, and the repetition
   * finds it.
   */
  private Put present(Batch batch, String journalKey) {
    StoredBatch there = stored.find(batch.key());
    if (there == null) {
      throw new IllegalStateException(
          store.place(batch.key().path()) + " was there when it was to be written and is gone now");
    }
    return there.sha256().equals(batch.content().sha256()) && there.journal().equals(journalKey)
        ? new Put.Stored()
        : new Put.Present(there);
  }

  private @Nullable String putRejects(Batch batch) {
    Bytes rejects = batch.content().rejects();
    if (rejects == null) {
      return null;
    }
    String digest = rejects.sha256();
    String key = Keys.rejects(batch.key(), NewObject.name(digest));
    store.put(new NewObject(key, rejects, digest, LINES, Map.of()));
    return key;
  }

  @Override
  public @Nullable StoredBatch find(BatchKey key) {
    return stored.find(key);
  }

  @Override
  public List<StoredBatch> findAll(List<BatchKey> keys) {
    return reads.all(
        keys,
        key -> {
          StoredBatch batch = stored.find(key);
          if (batch == null) {
            throw new IllegalStateException(
                store.place(key.path())
                    + " is missing, though the run's progress counts it. Nothing was changed;"
                    + " restore the object, or cancel the run to abandon it");
          }
          return batch;
        });
  }

  @Override
  public FingerprintLog fingerprints(StoredBatch batch) {
    return stored.fingerprints(batch);
  }

  @Override
  public FingerprintLog seen(StoredBatch batch) {
    return stored.seen(batch);
  }

  @Override
  public void fingerprints(List<StoredBatch> batches, Consumer<FingerprintLog> each) {
    for (int from = 0; from < batches.size(); from += AHEAD) {
      List<StoredBatch> few = batches.subList(from, Math.min(from + AHEAD, batches.size()));
      reads.all(few, stored::fingerprints).forEach(each);
    }
  }

  @Override
  public String publish(Manifest manifest) {
    String key = manifest.path();
    byte[] json = ManifestJson.bytes(manifest);
    if (store.create(NewObject.of(key, Bytes.of(json), "application/json"))) {
      return key;
    }
    byte[] there = store.get(key);
    if (there == null || !ManifestJson.saySame(json, there)) {
      throw new IllegalStateException(
          store.place(key)
              + " is there and says something else than this run would. Nothing was changed; move"
              + " it away if it is not Tidemark's, and run again");
    }
    return key;
  }
}
