/**
 * The demonstration: simulated APIs, a lake in a folder, everything that goes wrong, and the proof
 * that nothing was lost.
 */
@NullMarked
package dev.tidemark.cli.demo;

import org.jspecify.annotations.NullMarked;
