/** Tests of the generated templates. */
@NullMarked
package dev.tidemark.cli.stack;

import org.jspecify.annotations.NullMarked;
