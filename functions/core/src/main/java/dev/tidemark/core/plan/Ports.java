package dev.tidemark.core.plan;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.state.ResourceStateStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Everything outside that a leg touches, but for the page reader, which belongs to one resource.
 */
public record Ports(
    ResourceStateStore states,
    BatchSink sink,
    FingerprintIndex index,
    PublishedIndexes published,
    PublishedLines lines,
    InstantSource clock,
    Pause pause,
    RandomGenerator random,
    LegListener listener) {}
