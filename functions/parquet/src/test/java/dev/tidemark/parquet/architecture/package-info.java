/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.parquet.architecture;

import org.jspecify.annotations.NullMarked;
