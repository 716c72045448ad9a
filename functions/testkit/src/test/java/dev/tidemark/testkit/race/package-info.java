/**
 * Real legs that race each other under a scheduler: every call of a store, the lake or an index is
 * a point at which another may go on, exactly one goes at a time, and all orders are tried within
 * stated bounds.
 */
@NullMarked
package dev.tidemark.testkit.race;

import org.jspecify.annotations.NullMarked;
