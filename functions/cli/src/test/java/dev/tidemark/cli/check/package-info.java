/** Tests of the check against simulated APIs that are honest, and that are not. */
@NullMarked
package dev.tidemark.cli.check;

import org.jspecify.annotations.NullMarked;
