/** Tests of Lambda on this machine. */
@NullMarked
package dev.tidemark.cli.lambda;

import org.jspecify.annotations.NullMarked;
