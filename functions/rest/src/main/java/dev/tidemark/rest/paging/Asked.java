package dev.tidemark.rest.paging;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a page was asked by.
 *
 * @param uri the whole URL
 * @param cursor the walk's cursor; null for its first page
 * @param from the lower bound as it was sent; null where there was none
 * @param pageSize records asked for; 0 where none were
 */
public record Asked(URI uri, @Nullable String cursor, @Nullable String from, int pageSize) {}
