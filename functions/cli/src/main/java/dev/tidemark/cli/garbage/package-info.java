/** What lies in a bucket and can never be published any more. */
@NullMarked
package dev.tidemark.cli.garbage;

import org.jspecify.annotations.NullMarked;
