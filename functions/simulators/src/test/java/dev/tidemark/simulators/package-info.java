/** Tests of the simulators, each through the wire as a client sees it. */
@NullMarked
package dev.tidemark.simulators;

import org.jspecify.annotations.NullMarked;
