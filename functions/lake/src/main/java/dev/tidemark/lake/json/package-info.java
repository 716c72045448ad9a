/**
 * The one mapping between core's records and JSON, from which the items of the state table, the
 * documents of a local home and the journals of the batches are made. It is strict in both
 * directions: what it cannot read back exactly is an error.
 */
@NullMarked
package dev.tidemark.lake.json;

import org.jspecify.annotations.NullMarked;
