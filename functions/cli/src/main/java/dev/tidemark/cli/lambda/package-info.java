/** Lambda on this machine: an asynchronous queue, at least once, with deadlines that kill. */
@NullMarked
package dev.tidemark.cli.lambda;

import org.jspecify.annotations.NullMarked;
