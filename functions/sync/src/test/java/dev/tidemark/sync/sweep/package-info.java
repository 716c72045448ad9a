/** Tests. */
@NullMarked
package dev.tidemark.sync.sweep;

import org.jspecify.annotations.NullMarked;
