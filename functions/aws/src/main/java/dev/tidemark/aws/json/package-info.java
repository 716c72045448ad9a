/**
 * The one mapping between core's records and JSON, from which both the items of the state table and
 * the journals of the batches are made. It is strict in both directions: what it cannot read back
 * exactly is an error.
 */
@NullMarked
package dev.tidemark.aws.json;

import org.jspecify.annotations.NullMarked;
