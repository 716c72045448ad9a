package dev.tidemark.core.traversal;

import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.state.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What was read in one go: the pages of at most one batch.
 *
 * @param batch null where there is no line to store
 * @param after the progress that it leads to
 * @param moved whether {@code after} stands elsewhere in the API
 */
record Stride(@Nullable Batch batch, Progress after, boolean moved, StopReason stop) {}
