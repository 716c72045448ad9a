/** What holds for the code of this module. */
@NullMarked
package dev.tidemark.aws.architecture;

import org.jspecify.annotations.NullMarked;
