/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.query.architecture;

import org.jspecify.annotations.NullMarked;
