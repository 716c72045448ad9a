/**
 * Parquet files of flat rows. Parquet's own way leads through Hadoop, which is not there: files are
 * put together from groups of rows, and pages are compressed by what the JDK has.
 */
@NullMarked
package dev.tidemark.parquet;

import org.jspecify.annotations.NullMarked;
