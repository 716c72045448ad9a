/**
 * One test class for each invariant of the design that the traversal, the state machine and the
 * lake can show.
 */
@NullMarked
package dev.tidemark.testkit.invariant;

import org.jspecify.annotations.NullMarked;
