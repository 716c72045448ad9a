/**
 * Reads the pages of a list, and single records as pages of one: {@link RestPageReader} interprets
 * a definition's resource, and is the only one who does.
 */
@NullMarked
package dev.tidemark.rest.page;

import org.jspecify.annotations.NullMarked;
