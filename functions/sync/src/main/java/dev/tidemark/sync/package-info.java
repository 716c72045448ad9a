/**
 * The deployed functions: thin handlers over one {@link dev.tidemark.sync.wiring.Wiring}. What
 * arrives is an event that is read strictly; what happens is a leg of core; what goes out is one
 * JSON answer. A local run calls the same handlers.
 */
@NullMarked
package dev.tidemark.sync;

import org.jspecify.annotations.NullMarked;
