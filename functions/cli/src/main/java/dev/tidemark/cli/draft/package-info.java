/** Asks an API for a list a few times and writes the definition that its answers bear out. */
@NullMarked
package dev.tidemark.cli.draft;

import org.jspecify.annotations.NullMarked;
