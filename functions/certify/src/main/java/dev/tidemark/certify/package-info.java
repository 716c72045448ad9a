/**
 * What {@code certify} does: it makes an API from a definition, runs the deployed handlers against
 * it in memory, breaks off, moves, delays and spoils whatever can be, and compares the lake with
 * the truth afterwards. What is lost is reported with the record, the reason and the remedy.
 */
@NullMarked
package dev.tidemark.certify;

import org.jspecify.annotations.NullMarked;
