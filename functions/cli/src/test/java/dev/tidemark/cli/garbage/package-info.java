/** What may be removed beside running publications. */
@NullMarked
package dev.tidemark.cli.garbage;

import org.jspecify.annotations.NullMarked;
