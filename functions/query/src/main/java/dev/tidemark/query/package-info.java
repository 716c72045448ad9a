/**
 * SQL over what is published: each resource that a query names is read by the exact reader into a
 * database of this process, which has no way to the lake or to any other file.
 */
@NullMarked
package dev.tidemark.query;

import org.jspecify.annotations.NullMarked;
