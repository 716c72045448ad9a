/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.sync.architecture;

import org.jspecify.annotations.NullMarked;
