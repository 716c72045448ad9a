/** Tests. */
@NullMarked
package dev.tidemark.sync.event;

import org.jspecify.annotations.NullMarked;
