/**
 * Lev's External API v2 (contracts/lev.md): bearer key and X-Origin-App, lists that walk by id
 * under a cursor, offset pages once a sort is sent, three shapes of errors. Where the contract says
 * "unknown" the simulator is strict, so that a client that passes here relies on nothing unsaid.
 */
@NullMarked
package dev.tidemark.simulators.lev;

import org.jspecify.annotations.NullMarked;
