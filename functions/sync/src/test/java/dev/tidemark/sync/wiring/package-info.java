/** Tests. */
@NullMarked
package dev.tidemark.sync.wiring;

import org.jspecify.annotations.NullMarked;
