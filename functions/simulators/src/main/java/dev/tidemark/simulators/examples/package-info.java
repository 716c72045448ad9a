/**
 * The APIs that the definitions of {@code examples/} describe, as their public documentation says
 * that they behave: one file for a shape, over rows and cursors that all of them share.
 */
@NullMarked
package dev.tidemark.simulators.examples;

import org.jspecify.annotations.NullMarked;
