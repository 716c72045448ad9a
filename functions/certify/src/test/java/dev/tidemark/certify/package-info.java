/** Certificates of the definitions that come along. */
@NullMarked
package dev.tidemark.certify;

import org.jspecify.annotations.NullMarked;
