/** The command {@code tables}, which the launcher builds when it is called first. */
@NullMarked
package dev.tidemark.tables.command;

import org.jspecify.annotations.NullMarked;
