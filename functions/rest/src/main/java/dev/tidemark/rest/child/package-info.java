/** Reads child resources: a page of parents, then the list of each of them. */
@NullMarked
package dev.tidemark.rest.child;

import org.jspecify.annotations.NullMarked;
