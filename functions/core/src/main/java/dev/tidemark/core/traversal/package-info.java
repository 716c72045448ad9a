/**
 * One leg of a run, from the claim to the hand-over: {@link Traversal} reads pages, stores batches
 * and moves the progress, in that order; {@link Leg} is what an invocation calls. The ports that it
 * reads and waits through are here, those that it stores through lie beside what they store.
 */
@NullMarked
package dev.tidemark.core.traversal;

import org.jspecify.annotations.NullMarked;
