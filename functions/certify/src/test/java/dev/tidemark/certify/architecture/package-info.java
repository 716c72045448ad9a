/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.certify.architecture;

import org.jspecify.annotations.NullMarked;
