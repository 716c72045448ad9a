/** Tests of page quirks, shown on Lev. */
@NullMarked
package dev.tidemark.simulators.page;

import org.jspecify.annotations.NullMarked;
