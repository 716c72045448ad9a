/**
 * The published state as readers see it: what the manifests list, and for every id the line that
 * counts.
 */
@NullMarked
package dev.tidemark.cli.lake;

import org.jspecify.annotations.NullMarked;
