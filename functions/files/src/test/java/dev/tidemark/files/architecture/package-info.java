/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.files.architecture;

import org.jspecify.annotations.NullMarked;
