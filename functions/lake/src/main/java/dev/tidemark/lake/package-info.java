/**
 * The lake as a reader takes it: manifests, the lines of their objects, and the state that they
 * publish. Nothing here knows an API or a service; objects come through {@link
 * dev.tidemark.lake.ObjectStore}.
 */
@NullMarked
package dev.tidemark.lake;

import org.jspecify.annotations.NullMarked;
