/** Tests of what a person and a script are told. */
@NullMarked
package dev.tidemark.cli.report;

import org.jspecify.annotations.NullMarked;
