/**
 * An API as a definition describes it: how its lists are asked for and answered, how it pages,
 * selects and sorts, what its records look like. It refuses what it was not asked for in the
 * described way, and behaves at its borders as a {@link dev.tidemark.certify.described.Manner}
 * says, which may be otherwise than described. It knows no sockets: the caller brings the request.
 */
@NullMarked
package dev.tidemark.certify.described;

import org.jspecify.annotations.NullMarked;
