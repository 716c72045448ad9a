/**
 * Deletes and single records: who is missed by a walk over everything, how an API proves that a
 * record is gone, and records that an operator asks for by their ids.
 */
@NullMarked
package dev.tidemark.core.reconcile;

import org.jspecify.annotations.NullMarked;
