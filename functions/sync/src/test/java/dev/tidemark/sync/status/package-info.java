/** Tests. */
@NullMarked
package dev.tidemark.sync.status;

import org.jspecify.annotations.NullMarked;
