/**
 * Rate limits as vendors have them: windows of one minute by the simulator's own clock, so that a
 * test moves time instead of waiting, and the forms in which an answer says how long to wait.
 */
@NullMarked
package dev.tidemark.simulators.limit;

import org.jspecify.annotations.NullMarked;
