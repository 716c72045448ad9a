/**
 * Records as exact bytes. Nothing here parses numbers or strings into values: a record is what was
 * written, and the few operations on it (compacting, reading or replacing a top-level member) copy
 * every other byte as it stands. That is what lets a test ask whether the lake holds the same bytes
 * that the API served.
 */
@NullMarked
package dev.tidemark.simulators.json;

import org.jspecify.annotations.NullMarked;
