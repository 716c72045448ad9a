/** How the command ends, and by what it refuses to begin: what every other package may import. */
@NullMarked
package dev.tidemark.cli.exit;

import org.jspecify.annotations.NullMarked;
