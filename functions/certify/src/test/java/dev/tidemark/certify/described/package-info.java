/** The described API keeps to its description, and refuses who does not. */
@NullMarked
package dev.tidemark.certify.described;

import org.jspecify.annotations.NullMarked;
