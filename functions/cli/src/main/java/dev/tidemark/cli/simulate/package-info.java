/** Serves the API that a source describes on this machine, with faults on demand. */
@NullMarked
package dev.tidemark.cli.simulate;

import org.jspecify.annotations.NullMarked;
