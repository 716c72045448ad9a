/** The files of tables in the bucket of a stack, as Iceberg reads and writes them. */
@NullMarked
package dev.tidemark.tables.bucket;

import org.jspecify.annotations.NullMarked;
