/**
 * How a walk gets from page to page: one {@link dev.tidemark.rest.paging.Paging} for each kind that
 * a definition can declare. None believes an end that was not said, and none trusts a URL.
 */
@NullMarked
package dev.tidemark.rest.paging;

import org.jspecify.annotations.NullMarked;
