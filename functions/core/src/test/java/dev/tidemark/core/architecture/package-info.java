/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.core.architecture;

import org.jspecify.annotations.NullMarked;
