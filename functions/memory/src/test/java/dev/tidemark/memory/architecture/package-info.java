/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.memory.architecture;

import org.jspecify.annotations.NullMarked;
