/** Tables in a home: a catalog in a SQLite file, and files of this machine. */
@NullMarked
package dev.tidemark.tables.local;

import org.jspecify.annotations.NullMarked;
