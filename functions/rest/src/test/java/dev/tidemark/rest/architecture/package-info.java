/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.rest.architecture;

import org.jspecify.annotations.NullMarked;
