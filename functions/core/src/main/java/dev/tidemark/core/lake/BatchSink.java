package dev.tidemark.core.lake;

import dev.tidemark.core.fingerprint.FingerprintLog;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores batches and publishes runs.
 *
 * <p>An implementer owes that a key is written once: {@link #put} never replaces an object, and
 * everything that is needed to continue from a stored batch ({@link StoredBatch#before}, {@link
 * StoredBatch#after}, fingerprints) becomes durable before or together with it. An object that
 * cannot be read as a batch is an error that names its key, never absence.
 */
public interface BatchSink {
  /** Stores {@code batch}, or tells what is already there. */
  Put put(Batch batch);

  /** The batch at {@code key}, or null where there is none. */
  @Nullable StoredBatch find(BatchKey key);

  /**
   * The batches at {@code keys}, in their order; read in parallel.
   *
   * @throws IllegalStateException if one is missing: its key is in the message
   */
  List<StoredBatch> findAll(List<BatchKey> keys);

  /** The fingerprints of a stored batch's lines. */
  FingerprintLog fingerprints(StoredBatch batch);

  /** The fingerprints of what a stored batch's pages showed and its lines leave out. */
  FingerprintLog seen(StoredBatch batch);

  /**
   * Shows the fingerprints of {@code batches} to {@code each}, in their order; an adapter may read
   * ahead a few.
   */
  default void fingerprints(List<StoredBatch> batches, Consumer<FingerprintLog> each) {
    batches.forEach(batch -> each.accept(fingerprints(batch)));
  }

  /**
   * Writes the manifest, the publish point; writing it again with the same content is no error.
   *
   * @return its key
   */
  String publish(Manifest manifest);

  /** What became of a put. */
  sealed interface Put {
    /** The batch is durable. */
    record Stored() implements Put {}

    /** Another object was there before. */
    record Present(StoredBatch other) implements Put {}
  }
}
