/** The rows of tables, and the files that they and the positions of those that are gone lie in. */
@NullMarked
package dev.tidemark.tables.row;

import org.jspecify.annotations.NullMarked;
