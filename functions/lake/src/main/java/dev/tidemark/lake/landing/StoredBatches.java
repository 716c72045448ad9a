package dev.tidemark.lake.landing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.lake.json.CoreJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads what batches say of themselves: the object's metadata name the journal, the journal tells
 * the rest. The two have to agree; where they do not, or one is missing, the batch is an error and
 * never absence.
 */
final class StoredBatches {
  /** Holds the facts of all but the strangest batches; a longer line costs a second read. */
  private static final int START = 32 * 1024;

  private final WriteOnceStore store;

  StoredBatches(WriteOnceStore store) {
    this.store = store;
  }

  /** The batch at {@code key}; null where there is no object. */
  @Nullable StoredBatch find(BatchKey key) {
    ObjectHead object = store.head(key.path());
    if (object == null) {
      return null;
    }
    String name = object.metadata().get(BatchMetadata.JOURNAL);
    if (name == null) {
      throw unreadable(key.path(), "it does not name its journal", null);
    }
    String journal = Keys.journal(key, name);
    BatchFacts facts = facts(key.path(), journal);
    if (facts.size() != object.size()
        || !facts.sha256().equals(object.metadata().get(BatchMetadata.SHA256))) {
      throw unreadable(key.path(), "its journal " + journal + " speaks of another object", null);
    }
    return new StoredBatch(
        key.path(),
        facts.count(),
        facts.size(),
        facts.sha256(),
        facts.before(),
        facts.after(),
        journal);
  }

  /** The fingerprints of a stored batch's lines, one for each. */
  FingerprintLog fingerprints(StoredBatch batch) {
    return journal(batch).part(Math.toIntExact(batch.count()), true);
  }

  /** The fingerprints of what a stored batch's pages showed and its lines leave out. */
  FingerprintLog seen(StoredBatch batch) {
    return journal(batch).part(Math.toIntExact(batch.count()), false);
  }

  private FingerprintLog journal(StoredBatch batch) {
    byte[] bytes = store.get(batch.journal());
    if (bytes == null) {
      throw unreadable(batch.key(), "its journal " + batch.journal() + " is missing", null);
    }
    if (!batch.journal().contains(NewObject.name(Bytes.of(bytes).sha256()))) {
      throw unreadable(batch.key(), "its journal " + batch.journal() + " has changed", null);
    }
    FingerprintLog fingerprints = fingerprints(batch, bytes);
    if (fingerprints.size() < batch.count()) {
      throw unreadable(
          batch.key(),
          "its journal holds " + fingerprints.size() + " fingerprints of " + batch.count(),
          null);
    }
    return fingerprints;
  }

  private FingerprintLog fingerprints(StoredBatch batch, byte[] journal) {
    try {
      return Journal.fingerprints(journal);
    } catch (JsonProcessingException e) {
      throw unreadable(batch.key(), "its journal " + batch.journal() + ": " + CoreJson.wrong(e), e);
    }
  }

  private BatchFacts facts(String key, String journal) {
    try {
      byte[] start = store.start(journal, START);
      BatchFacts facts = start == null ? null : Journal.facts(start);
      if (start != null && facts == null) {
        byte[] all = store.get(journal);
        facts = all == null ? null : Journal.facts(all);
      }
      if (facts == null) {
        throw unreadable(key, "its journal " + journal + " is missing or cut off", null);
      }
      return facts;
    } catch (JsonProcessingException e) {
      throw unreadable(key, "its journal " + journal + ": " + CoreJson.wrong(e), e);
    }
  }

  private IllegalStateException unreadable(String key, String wrong, @Nullable Exception cause) {
    return new IllegalStateException(
        store.place(key)
            + " cannot be read as a batch: "
            + wrong
            + ". Nothing was changed; restore the object, or cancel the run to abandon it",
        cause);
  }
}
