/**
 * Publishing a run, and the index by which it knows what is published: fingerprints are loaded
 * before a run compares, and entered when its manifest is written.
 */
@NullMarked
package dev.tidemark.core.publish;

import org.jspecify.annotations.NullMarked;
