/** The function of a stack that keeps the tables of its connection, in Glue and in its bucket. */
@NullMarked
package dev.tidemark.tables.deployed;

import org.jspecify.annotations.NullMarked;
