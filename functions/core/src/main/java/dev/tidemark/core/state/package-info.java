/**
 * The state machine of a resource: its phases as sealed types, the transitions between them as pure
 * functions, and the store that keeps it by conditional writes. docs/protocol.md is its prose;
 * {@link Transitions} is where a change begins.
 */
@NullMarked
package dev.tidemark.core.state;

import org.jspecify.annotations.NullMarked;
