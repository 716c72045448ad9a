package dev.tidemark.core.plan;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.state.ResourceStateStore;

/**
 * What a leg reads and stores.
 *
 * @param states where runs stand
 * @param sink batches and manifests
 * @param index segments of fingerprints
 * @param published which segments count
 * @param lines what manifests list
 */
public record Storage(
    ResourceStateStore states,
    BatchSink sink,
    FingerprintIndex index,
    PublishedIndexes published,
    PublishedLines lines) {}
