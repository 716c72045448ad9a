/**
 * What the definition says of single records: what is looked at in them, what names them, which of
 * two is newer; and published lines, read back by it.
 */
@NullMarked
package dev.tidemark.rest.record;

import org.jspecify.annotations.NullMarked;
