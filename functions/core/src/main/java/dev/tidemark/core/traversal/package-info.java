/**
 * One leg of a run, from the claim to the hand-over: {@link Traversal} reads pages, stores batches
 * and moves the progress, in that order; {@link Leg} is what an invocation calls. The port that it
 * waits through is here; those that it reads and stores through lie beside what they read and
 * store.
 */
@NullMarked
package dev.tidemark.core.traversal;

import org.jspecify.annotations.NullMarked;
