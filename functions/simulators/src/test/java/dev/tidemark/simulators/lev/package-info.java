/** Tests of Lev. */
@NullMarked
package dev.tidemark.simulators.lev;

import org.jspecify.annotations.NullMarked;
