/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.tables.architecture;

import org.jspecify.annotations.NullMarked;
