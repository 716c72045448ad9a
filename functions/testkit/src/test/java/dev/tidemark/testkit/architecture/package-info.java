/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.testkit.architecture;

import org.jspecify.annotations.NullMarked;
