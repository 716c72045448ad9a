/** Events as they come in and go out, and what a function answers to them. */
@NullMarked
package dev.tidemark.sync.event;

import org.jspecify.annotations.NullMarked;
