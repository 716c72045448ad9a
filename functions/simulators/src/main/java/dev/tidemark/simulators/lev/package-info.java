/**
 * Lev's External API v2 (docs/sources/lev-api.md, whose parts the comments here number): bearer key
 * and X-Origin-App, lists that walk by id under a cursor, three shapes of errors. Of the API only
 * what the definition asks for is here; every other parameter is refused. Where the contract says
 * "unknown" the simulator is strict, so that a client that passes here relies on nothing unsaid.
 */
@NullMarked
package dev.tidemark.simulators.lev;

import org.jspecify.annotations.NullMarked;
