/**
 * Adapters that keep everything in memory and pass the same contract kits as the real ones, a clock
 * that only moves when a test moves it, and the view of a reader of the lake: what the manifests
 * publish.
 */
@NullMarked
package dev.tidemark.memory;

import org.jspecify.annotations.NullMarked;
