/** Certificates of the definitions that come along. */
@NullMarked
package dev.tidemark.cli.certify;

import org.jspecify.annotations.NullMarked;
