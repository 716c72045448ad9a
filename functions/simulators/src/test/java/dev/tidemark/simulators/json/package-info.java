/** Tests of JSON. */
@NullMarked
package dev.tidemark.simulators.json;

import org.jspecify.annotations.NullMarked;
