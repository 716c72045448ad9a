/** The catalog of AWS Glue, as Iceberg's commits go through it. */
@NullMarked
package dev.tidemark.tables.glue;

import org.jspecify.annotations.NullMarked;
