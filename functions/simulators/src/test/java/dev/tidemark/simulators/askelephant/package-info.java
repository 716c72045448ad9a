/** Tests of AskElephant. */
@NullMarked
package dev.tidemark.simulators.askelephant;

import org.jspecify.annotations.NullMarked;
