/**
 * What lands in the bucket: lines, batches, the manifest that publishes a run, and the port that
 * stores them. The bytes of a record pass through here untouched.
 */
@NullMarked
package dev.tidemark.core.lake;

import org.jspecify.annotations.NullMarked;
