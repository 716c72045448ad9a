/** What landed, as it is exported. */
@NullMarked
package dev.tidemark.cli.landed;

import org.jspecify.annotations.NullMarked;
