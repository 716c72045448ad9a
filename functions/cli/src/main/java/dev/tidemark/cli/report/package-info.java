/** What the operator reads: live lines, tables, one JSON document per resource. */
@NullMarked
package dev.tidemark.cli.report;

import org.jspecify.annotations.NullMarked;
