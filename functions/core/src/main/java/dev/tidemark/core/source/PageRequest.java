package dev.tidemark.core.source;

import dev.tidemark.core.state.Cursor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page to read.
 *
 * @param from lower bound of the query in record time; null where it has none
 * @param until upper bound, exclusive; null where it has none
 * @param cursor where the page begins; null for the query's first
 * @param limit how long the read may take at most
 */
public record PageRequest(
    @Nullable Instant from, @Nullable Instant until, @Nullable Cursor cursor, Duration limit) {}
