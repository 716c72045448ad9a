package dev.tidemark.lake;

import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A published line with where it is from.
 *
 * @param line the line
 * @param run that publishes it
 * @param object in which it stands
 * @param requests the vendor's ids of the first and the last request of its batch; null where none
 *     is known
 */
public record Version(
    LandedLine line, PublishedRun run, Manifest.Entry object, @Nullable RequestRange requests) {}
