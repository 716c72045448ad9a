/** One page of a resource, looked at: does it answer, and is it what its definition says. */
@NullMarked
package dev.tidemark.cli.check;

import org.jspecify.annotations.NullMarked;
