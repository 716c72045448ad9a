/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.lake.architecture;

import org.jspecify.annotations.NullMarked;
