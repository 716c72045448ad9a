/** Tests of the shared server, shown on Lev. */
@NullMarked
package dev.tidemark.simulators.server;

import org.jspecify.annotations.NullMarked;
