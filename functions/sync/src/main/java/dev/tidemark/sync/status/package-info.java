/** Where resources stand, and what an operator does about it. */
@NullMarked
package dev.tidemark.sync.status;

import org.jspecify.annotations.NullMarked;
