/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.simulators.architecture;

import org.jspecify.annotations.NullMarked;
