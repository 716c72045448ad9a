package dev.tidemark.rest.paging;

import org.jspecify.annotations.Nullable;

/**
 * How the next page is asked for where a page must not be too large.
 *
 * @param cursor the walk's cursor, written for that size
 * @param size records to ask for; 0 where the number cannot be chosen
 * @param problem why it cannot be asked for, one sentence; null where it can
 */
public record Fit(@Nullable String cursor, int size, @Nullable String problem) {}
