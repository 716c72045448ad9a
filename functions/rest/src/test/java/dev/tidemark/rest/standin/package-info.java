/**
 * What stands in for the outside in these tests: answers without a network, streams that come in
 * pieces, a sink that keeps what it is handed, accounts at the simulators.
 */
@NullMarked
package dev.tidemark.rest.standin;

import org.jspecify.annotations.NullMarked;
