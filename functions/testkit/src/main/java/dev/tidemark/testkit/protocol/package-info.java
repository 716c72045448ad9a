/**
 * The protocol of docs/protocol.md as a model that is searched to its end: two owners take steps in
 * every order, die anywhere and lose answers, around the state machine's real decisions.
 */
@NullMarked
package dev.tidemark.testkit.protocol;

import org.jspecify.annotations.NullMarked;
