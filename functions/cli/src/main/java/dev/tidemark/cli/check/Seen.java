package dev.tidemark.cli.check;

import dev.tidemark.core.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in a record.
 *
 * @param id its identity as JSON text
 * @param watermark null where it has none that can be read
 */
record Seen(String id, @Nullable Watermark watermark, boolean versioned, boolean deleted) {}
