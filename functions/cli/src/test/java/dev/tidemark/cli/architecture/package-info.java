/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.cli.architecture;

import org.jspecify.annotations.NullMarked;
